namespace Baton.Tests.Classification;

/// <summary>What people write that a rule must match, and what only looks like it.</summary>
internal static class HardRuleSentences
{
    public static TheoryData<string> LegalThreats { get; } =
    [
        "Our lawyers will be in touch.",
        "We are considering legal action if this isnt resolved immediately.",
        "I am taking legal action against you.",
        "I will file a lawsuit tomorrow.",
        "Pay us back or we will sue.",
        "WE WILL SUE YOU FOR EVERY PENNY",
        "If it takes any longer we will sue you for the losses.",
        "If this is not refunded today I am going to sue you.",
        "You will hear from my attorney.",
        "You'll be hearing from my attorney soon",
        "I am consulting a solicitor about this.",
        "I have already contacted my solicitor.",
        "Fix this or I will speak to my attorney.",
        "My attorney is preparing the papers.",
        "Expect a lawsuit.",
        "Our lawyers are drafting the claim.",
        "I have instructed my solicitor.",
        "Please direct all further correspondence to my attorney.",
        "I don't want to take legal action but you leave me no choice.",
        "I am an attorney and I will take legal action over this.",
        "Can you fix this today or do I need to call my attorney?",
        "My lawyer will contact you on Monday.",
        "my attorney will be\nin touch about this",
        "LEGAL ACTION will follow",
        "We have retained an attorney.",
        "My lawyer advised me not to pay.",
        "I am going to get my lawyer involved.",
        "I won't hesitate to contact my solicitor.",
        "Getting a solicitor is my next step.",
        "If not, I will sue you.",
        "If not I am going to contact my attorney.",
        "If you don't refund me we will take legal action.",
        "This is a lawsuit waiting to happen and we are filing it.",
    ];

    public static TheoryData<string> NoLegalThreats { get; } =
    [
        "I am an attorney and need an invoice.",
        "I'm an attorney and I will need the VAT receipt by Friday.",
        "As a solicitor I use your product every day.",
        "Our legal team loved it, thank you.",
        "I need an invoice for my solicitor's office.",
        "Do you have a sample attorney agreement template?",
        "My wife is an attorney and recommended you.",
        "Could you send the receipt to my attorney?",
        "Can you forward the contract to our solicitor, please?",
        "Our law firm has five attorneys; how many seats do we need?",
        "I am not going to sue you, I only want my invoice.",
        "What action do I have to take to reset my password?",
        "Sue will call you back about the order.",
        "Will Sue get the invitation by mail?",
        "When will sue be able to log in?",
        "Our buyer is on leave, so Sue will sign the order.",
        "We are going to invite Sue. Will Sue need a password?",
        "Can we track lawsuits in your case management product?",
        "Where is the legal action report in the dashboard?",
        "I work for a solicitor and cannot log in.",
        "I have no intention of taking legal action, I just want to understand the fee.",
        "The lawsuit against our landlord is over, please update our address.",
        "How do I add an attorney as a user?",
        "How can I get my attorney access to the invoices?",
        "Our lawyers are reviewing the data processing agreement and asked for section 4.",
        "I have not spoken to my attorney about the new plan.",
        "My attorney will need a login too.",
        "Is there an article about class-action lawsuit exports?",
        "The attorney field in the form is empty.",
        "Please change the job title on my profile to attorney.",
    ];

    public static TheoryData<string> Frauds { get; } =
    [
        "There is an unauthorised charge on my card.",
        "I see an unauthorized charge of $40 from you.",
        "I will file a chargeback with my bank.",
        "This is fraud!",
        "How do I report fraud on my card?",
        "Somebody used my card, this is not my account.",
        "I want to submit a fraud report.",
        "I am going to start the chargeback process today.",
        "What is this unauthorized charge?",
        "Two unauthorised charges appeared on my statement.",
        "I have a question about fraud on my statement.",
    ];

    public static TheoryData<string> NoFrauds { get; } =
    [
        "Does the enterprise plan include fraud detection?",
        "Your fraud prevention settings page is slow.",
        "It was not my account manager's fault.",
        "How do I export the chargebacks of last month?",
        "Where can I find the chargeback report?",
        "What is a chargeback?",
        "This is not fraud, I only forgot to cancel.",
        "How do I enable the fraud filter?",
        "Which webhook fires for a chargeback event?",
        "Is there documentation on fraud scoring?",
        "The export of the dashboard is slow.",
    ];

    public static TheoryData<string> PrivacyDemands { get; } =
    [
        "I invoke my right to erasure.",
        "This is a GDPR deletion request for my data.",
        "Under the right to be forgotten, delete everything about me.",
    ];

    public static TheoryData<string> NoPrivacyDemands { get; } =
    [
        "Do you have an article on the right to erasure?",
        "How do I automate GDPR deletion for our users?",
        "Is there a GDPR deletion webhook?",
    ];

    public static TheoryData<string> RequestsForAPerson { get; } =
    [
        "I want to speak to a human.",
        "Can I talk to a person please?",
        "Real person please!",
        "If not, I want to speak to a human.",
        "No, I want to talk to a person.",
        "Is there any way to speak to a human?",
        "Stop this bot and get me a human agent.",
        "Why do I have to do all this to talk to a person?",
    ];

    public static TheoryData<string> NoRequestsForAPerson { get; } =
    [
        "Are you a real person?",
        "Am I talking to a human agent?",
        "I don't need to speak to a human, just the link.",
        "I do not really want to talk to a person.",
        "It was nice to speak to a human yesterday.",
        "What is the price per human agent?",
    ];
}
