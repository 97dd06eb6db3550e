namespace Baton.Tests.Knowledge;

/// <summary>What customers might write to the sample company, in their words rather than the articles'.</summary>
internal static class RetrievalQuestions
{
    /// <summary>Messages that an article answers, with the article.</summary>
    public static readonly (string Message, string Article)[] Answerable =
    [
        ("Hi, I forgot my password and cannot access my account. Could you please help me reset it? Thanks!", "reset-password"),
        ("cant remember my pasword, how do i get a new password", "reset-password"),
        ("The mail with the link for a new password never arrived.", "reset-password"),
        ("It keeps telling me wrong password", "reset-password"),
        ("I got married and my email address changed, how can I update it?", "change-email"),
        ("We switched domains, so I'd like to sign in with a different e-mail from now on.", "change-email"),
        ("I lost my phone and now I can't produce the verification code", "two-factor"),
        ("How do I enable 2FA for my user?", "two-factor"),
        ("where can I find my recovery codes", "two-factor"),
        ("Bought a new phone, authenticator is gone, help!", "two-factor"),
        ("It says my account is locked because of too many attempts", "sign-in-problems"),
        ("After I enter my details I land on the login page again and again", "sign-in-problems"),
        ("I'm locked out", "sign-in-problems"),
        ("How can I add a colleague to our workspace?", "invite-users"),
        ("My coworker says the invitation link has expired", "invite-users"),
        ("An employee left, how do we remove her?", "invite-users"),
        ("I want to make Tom an admin", "roles"),
        ("Our founder is leaving: how do we transfer ownership to the new director?", "roles"),
        ("what can a guest see?", "roles"),
        ("I'd like to cancel my subscription please", "cancel-subscription"),
        ("How do I stop the automatic renewal and end my plan?", "cancel-subscription"),
        ("Please terminate our contract at the end of the month", "cancel-subscription"),
        ("I don't want to continue after the free trial. Do I have to cancel it?", "cancel-subscription"),
        ("Can I upgrade from Starter to Business?", "change-plan"),
        ("we would rather pay yearly than monthly, how do we switch the billing?", "change-plan"),
        ("Downgrading to a cheaper plan - how?", "change-plan"),
        ("I need an invoice for my firm", "invoices"),
        ("I am an attorney and need an invoice for my firm with our VAT number on it.", "invoices"),
        ("Where can I download the receipt for March?", "invoices"),
        ("Our accounting needs the company name on the bill", "invoices"),
        ("Is it possible to pay by bank transfer with a purchase order?", "invoices"),
        ("My credit card expired, where do I enter the new one?", "update-card"),
        ("You tell me that the payment was declined, what now?", "update-card"),
        ("I need to change the card you charge", "update-card"),
        ("Can I get my money back for last month?", "refund-policy"),
        ("How long does a refund take to show up?", "refund-policy"),
        ("I forgot to cancel and it renewed by mistake. I'd like to be reimbursed.", "refund-policy"),
        ("Why was I charged twice this month?", "duplicate-charge"),
        ("There are two payments of 49 USD on my bank statement", "duplicate-charge"),
        ("I see a double charge on my card", "duplicate-charge"),
        ("How do I turn off the reservation reminders?", "notifications"),
        ("you send me way too many mails, how do i unsubscribe", "notifications"),
        ("Is there a way to mute a single project?", "notifications"),
        ("I'm not getting any notifications anymore", "notifications"),
        ("how can I download all my data", "export-data"),
        ("We need a backup of our projects as a file", "export-data"),
        ("export a task list to Excel", "export-data"),
        ("How do I import tasks from a spreadsheet?", "import-csv"),
        ("Some rows of my CSV were rejected during the upload", "import-csv"),
        ("where do I create an API token", "api-keys"),
        ("The API answers 401 unauthorized although my key is new", "api-keys"),
        ("Our api key ended up in a public repo, how do we revoke it", "api-keys"),
        ("How can your system call our server when a task is created? Do you have webhooks?", "webhooks"),
        ("which timeout and status code does a webhook endpoint need to answer with?", "webhooks"),
        ("we missed webhook events while our server was rebooting, can they be sent again?", "webhook-retries"),
        ("How often do you retry a failed webhook?", "webhook-retries"),
        ("how do I verify that a webhook really came from you", "webhook-signatures"),
        ("the hmac signature doesn't match", "webhook-signatures"),
        ("We get 429 errors from the API", "rate-limits"),
        ("How many API requests per minute are allowed?", "rate-limits"),
        ("How do we set up SAML with Okta?", "single-sign-on"),
        ("Can we connect Entra ID for SSO?", "single-sign-on"),
        ("The app on my iPhone is not syncing", "mobile-app"),
        ("my android phone shows yesterday's data", "mobile-app"),
        ("Is there an outage right now? Nothing loads", "status-page"),
        ("are your servers down??", "status-page"),
        ("When is the next maintenance?", "status-page"),
        ("How long is the delivery time of the badges?", "badge-delivery"),
        ("Where is my order? The badges should have been here last week", "badge-delivery"),
        ("I'd like to delete our workspace and everything in it", "delete-workspace"),
        ("I deleted the workspace by accident, can you undo this?", "delete-workspace"),
        ("Where is our data stored, in the EU?", "data-protection"),
        ("Do you have a DPA we can sign?", "data-protection"),
        ("How do I get task updates into a Slack channel?", "slack-integration"),
        ("Slack messages stopped coming since our admin left", "slack-integration"),
        ("Can I see my due dates in Google Calendar?", "calendar-integration"),
        ("outlook calendar doesn't update", "calendar-integration"),
        ("is there a list of keyboard shortcuts", "keyboard-shortcuts"),
        ("Do you support Internet Explorer?", "browser-requirements"),
        ("the page stays blank in Firefox", "browser-requirements"),
    ];

    /// <summary>Messages that no article answers.</summary>
    public static readonly string[] Unanswerable =
    [
        "Do you offer discounts for universities?",
        "Could you please add a dark mode?",
        "Your product is wonderful, thank you so much!",
        "Who won the football match on Sunday?",
        "I would like to apply for a job in your marketing department.",
        "My cat walked over the desk and now everything is green.",
        "Can you recommend a restaurant near your office?",
        "Please send me a signed copy of your annual report.",
        "The Gantt chart draws the wrong dependency between two milestones.",
        "Is there a way to record voice notes on a card of the board?",
        "We would like to become a reseller in Brazil.",
        "Can I speak to the chief executive?",
        "NullReferenceException at Orders.Sync line 42 since the update of this morning",
        "How do I bake sourdough bread?",
        "Someone I do not know moved money out of our shared budget.",
        "Would you be interested in our search engine optimisation services?",
        "The colours of the pie chart are impossible to tell apart.",
        "What is the weather like in Lisbon?",
        "I want to nominate your agent Priya for an award.",
        "Does the tool calculate critical paths?",
        "You are the worst company I ever dealt with.",
        "When will custom fields with formulas come out?",
        "Please tell me how to translate the interface into Welsh.",
        "Can the kanban board have swim lanes?",
        "My lawyer will contact you about the damages.",
        "I am out of the office until the 14th and will answer after that.",
        "Tell me a joke about cats.",
        "The comment box eats my line breaks.",
        "We'd like to sponsor your conference.",
        "Are you hiring interns for the summer?",
        "How do I pair my headphones with the television?",
        "The time tracking report sums hours of archived projects as well.",
    ];

    /// <summary>Letters in which one sentence asks and the others tell a story.</summary>
    public static readonly (string Message, string Article)[] Chatty =
    [
        ("""
         Dear team, I hope this finds you well. I have been a happy customer for about three years, and my daughter, who studies architecture in Porto, has started to plan her
         diploma with it too. On Monday I came back from a long holiday on the coast, the weather was lovely by the way, and sat down with a coffee to prepare the meeting with our
         landscape gardener. And then it happened: I simply could not remember my password any more. I tried the name of the dog, both birthdays, and the one from the old bank. My
         husband says I should write such things down. Could you tell me what I have to do? Many greetings from the seaside, Marlene
         """, "reset-password"),
        ("""
         Hello there! First of all, congratulations on the new look, our whole studio likes it. We are a small firm of six people who draw maps for museums, and the year has been
         rather wild: two new clients, one of them in Norway, and a flood in the cellar. Our bookkeeper, Mrs Adeyemi, is now doing the books of the last quarter and is missing a
         piece of paper from you. She says she cannot close April without it. So could you please tell me where I can download the invoices? She also asked me to greet you warmly.
         """, "invoices"),
        ("""
         Good evening, it is late here and I am quite tired, so forgive the long letter. We run a bakery with three shops, and Northwind has been great for planning the shifts. But my
         nephew set it all up, and he moved to Canada in spring. Since then I get a reminder for every single reservation of the meeting room, even at night, and my phone buzzes under
         the pillow. My wife is not amused. How can I turn these reminders off? If it is easier you can also explain it to my nephew, but he is six hours behind.
         """, "notifications"),
        ("""
         hi so this is a long story i was at my sisters wedding and my bag got stolen with everything in it wallet keys and also my phone so i bought another one the next day and put
         my number on it but now when i want to sign in it wants a code from the authenticator app and of course that was on the stolen phone i have no idea what to do the police
         were no help either and i have a presentation on thursday
         """, "two-factor"),
        ("""
         To whom it may concern. Our board decided in its spring session that the regional chapters will organise their volunteers with a tool of the umbrella association. This was not
         an easy decision, and several chapters spoke up for you. I was asked to wind things up properly. Please let me know how we cancel the subscription, and until when we can read
         our old projects. With kind regards on behalf of the board, Henrik Olsen, treasurer.
         """, "cancel-subscription"),
        ("""
         Hey folks, greetings from the robotics lab. We have a little service that mirrors tasks into our own scheduler, written by a student some time ago. It ran for months without a
         hiccup. Last Friday the lab moved to another building and the machine was unplugged for most of a day. Everything is up again, but of course we missed the webhook events of
         that day. Can you send those again, or can we do it ourselves? The student has graduated, so be gentle with me.
         """, "webhook-retries"),
    ];

    /// <summary>Long letters about something that no article answers, though they mention everyday words of many.</summary>
    public static readonly string[] ChattyUnanswerable =
    [
        """
        Dear team, I hope this finds you well. I have been a happy customer for about three years, and my daughter, who studies architecture in Porto, has started to plan her diploma
        with it too. On Monday I came back from a long holiday on the coast and sat down with a coffee to prepare the meeting with our landscape gardener. And then I noticed that the
        timeline draws the planting of the trees before the digging of the holes, although I linked them the other way round. My husband says that is how he gardens anyway. Could you
        tell me whether this is how it is meant? Many greetings from the seaside, Marlene
        """,
        """
        Hello, we are a group of teachers who plan a school theatre festival together. Some of us have never used such a tool, and we laughed a lot at our first steps. Now a question
        came up over lunch: can the board show a picture of each costume in its column, so that the children who paint the stage see what is still missing? A parent of ours says that
        other tools do this. It would be a delight for the little ones, and we would gladly send you photos of the festival afterwards.
        """,
        """
        Good morning. I write on behalf of the organisers of a trade fair for garden tools in Utrecht. We are looking for speakers who talk about planning in small firms, twenty minutes
        with slides, and afterwards there is a dinner on a boat. Somebody from your company spoke in Ghent two years ago and people still tell me about it. Travel and hotel are covered
        by us. Would one of you like to come? Do answer before the end of May, since the printer needs the programme by then.
        """,
        """
        hi everyone just wanted to leave some feedback because nobody ever does when things go well i run a tiny travel agency and the last season was the calmest since i started all
        the buses were booked in time the guides knew where to be and i even had two weekends for myself my mother asked if i was ill please tell your developers they did a really good
        job and have a nice summer
        """,
    ];
}
