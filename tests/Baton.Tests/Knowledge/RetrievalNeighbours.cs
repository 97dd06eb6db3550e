namespace Baton.Tests.Knowledge;

/// <summary>Messages that share a word or two with an article: what is done, or what it is done to. The neighbours were all written before the rule that tells them apart.</summary>
internal static class RetrievalNeighbours
{
    /// <summary>What is done is in an article, what it is done to is not.</summary>
    public static readonly string[] Unanswerable =
    [
        "cancel my meeting room booking",
        "cancel the meeting I booked",
        "cancel my desk booking on Friday",
        "cancel the invitation I sent",
        "Cancel\nHow do I cancel the invitation I sent?",
        "OAuth refresh_token gives invalid_grant",
        "Cancel\ncancel my meeting room booking",
        "Cancellation\nI would like to cancel the meeting I booked",
        "Cancellation\nOAuth refresh_token gives invalid_grant",
        "We booked the big meeting room. Please cancel it.",
        "OAuth\nOur OAuth refresh_token gives invalid_grant since we rotated the client secret",
        "API\nThe OAuth refresh token gives invalid_grant when our service asks for a new access token",
        "Can I cancel the video call that is scheduled for tomorrow?",
        "Please cancel my registration for the webinar",
        "How do I cancel a task I assigned to somebody?",
        "I want to change the colour of my project",
        "How can I change the order of columns on the board?",
        "Where do I change the time zone of my profile?",
        "How do I add a picture to a task?",
        "Can I add a comment to a milestone?",
        "How do I delete a comment?",
        "I deleted a task by accident, can I restore it?",
        "Can I export a Gantt chart as a picture?",
        "How do I create a template for new projects?",
        "The search does not find archived tasks",
        "How do I connect Jira?",
        "Can I reset the layout of my dashboard?",
        "The download of the desktop client stops at 99 percent",
        "How do I turn off the sound of the chat?",
        "Can two people book the same meeting room?",
        "Can I transfer a project to another workspace?",
        "How do I print a badge for a visitor?",
        "How do I verify my phone number?",
    ];

    /// <summary>Messages that may be answered by this article, or not at all.</summary>
    public static readonly (string Message, string Article)[] Otherwise =
    [
        ("cancel an import that is running", "import-csv"),
        ("Cancel\nHow do I cancel an import that is running?", "import-csv"),
        ("what is your refund policy if we cancel", "refund-policy"),
    ];

    /// <summary>Plain questions, as short as customers write them.</summary>
    public static readonly (string Message, string Article)[] Answerable =
    [
        ("how do i end my subscription", "cancel-subscription"),
        ("Please cancel our Business plan as of next month", "cancel-subscription"),
        ("we want to stop paying for Northwind, what do we do?", "cancel-subscription"),
        ("My old password does not work any more, how do I set a new one?", "reset-password"),
        ("Change my login email please", "change-email"),
        ("How can I invite a new team member?", "invite-users"),
        ("change the role of a user to admin", "roles"),
        ("Where do I find our invoices?", "invoices"),
        ("Can you put our VAT number on the invoice?", "invoices"),
        ("my card was declined, how do I change it", "update-card"),
        ("rotate our API key", "api-keys"),
        ("Is there a rate limit on the API?", "rate-limits"),
        ("How do I create a webhook?", "webhooks"),
        ("Resend the webhook deliveries that failed", "webhook-retries"),
        ("delete our whole workspace", "delete-workspace"),
        ("how do I turn on two-factor authentication", "two-factor"),
        ("connect slack to our project", "slack-integration"),
        ("import a CSV with our tasks", "import-csv"),
        ("switch from monthly to annual billing", "change-plan"),
        ("I want to request a refund", "refund-policy"),
    ];

    /// <summary>Questions of which an article has a section beside others.</summary>
    public static readonly (string Message, string Article, string Heading)[] Sections =
    [
        ("How do I reset my password?", "reset-password", "Set a new password"),
        ("I did not get the mail to reset my password", "reset-password", "The reset mail does not arrive"),
        ("change the address on our invoices", "invoices", "Change the company name, address or VAT id on invoices"),
        ("Where can I download an invoice?", "invoices", "Download an invoice"),
    ];
}
