using Baton.Cases;
using static Baton.Tests.Reasoning.Local.Sample;

namespace Baton.Tests.Reasoning.Local;

/// <summary>The same kinds of ticket in further industries, written after the first lexicons, to see how far they carry.</summary>
public static class UnseenSamples
{
    public static readonly IReadOnlyList<Sample> All =
    [
        PoliteRoutine("airline: frequent flyer login", "Login to my miles account", "Hello there, I can't remember the password of my frequent flyer account. Would you kindly send me a new one? Best wishes, Tom"),
        PoliteRoutine("utility: new e-mail address", "New e-mail", "Hi team, my e-mail address has changed. What do I need to do to have my profile updated? Thank you very much!"),
        PoliteRoutine("streaming: second user", null, "Hey, quick question: can I add my sister as a second user to my account? Cheers"),

        OutageWithLegalThreat("logistics: routing platform down", "Whole fleet standing still",
            "Your routing platform went down at 5 a.m. and 300 of our trucks are standing in the yard. Every hour costs us about 20k and our clients are screaming at us. I have never seen such incompetence. Get it running immediately or we will take legal action against you."),
        OutageWithLegalThreat("clinic: patient records unreachable", "URGENT - records unreachable in all surgeries",
            "Nobody in our six surgeries can open patient records since 7:30, the server is unreachable. We had to send patients home and are losing income. This is absolutely unacceptable and negligent. Our solicitors will be in touch if it is not working within the hour."),
        OutageWithLegalThreat("exchange: trading API dead", "Trading interface offline",
            "The order interface has been offline for half an hour, none of our customers can trade and the losses run into six figures. They are furious and so am I. What you offer is a joke. We reserve the right to sue you for damages."),

        HardIntegration("warehouse: EDI messages", "ORDERS messages with changing segments",
            "We connect our ERP to your EDI gateway over AS2. The documentation says that the quantity segment is mandatory, yet some messages arrive without it and others carry it twice, so our import fails from time to time in production. Is this intended, and which schema version applies?"),
        HardIntegration("IoT: MQTT retained messages", "Unexpected payload on device topic",
            "Our gateway subscribes to your MQTT broker. Every now and then sensor.reading comes as an integer instead of the documented object with value and unit, and then our parser throws an exception. We could reproduce it with firmware v2.4.1 only. Could a developer have a look?"),
        HardIntegration("HR: SCIM provisioning", "SCIM provisioning creates duplicates",
            "We use your SCIM endpoint with our identity provider. PATCH requests to /scim/v2/Users sometimes return 200 with an empty body instead of 204, which contradicts the API docs, and the sync then creates a duplicate user. Our integration in production is affected. Can a specialist advise?"),

        AngryRepeatBilling("bank: duplicate fee", "Still no refund!!",
            "This is the fifth time I write about the account fee that you deducted twice. Every time I get the same canned answer and no money. This is pathetic, I have had enough. Refund me at once or the newspapers and everyone on Twitter will read about it."),
        AngryRepeatBilling("electricity: wrong bill", "WRONG BILL, for the third time",
            "Three times I have called and three times somebody promised to correct my bill. Now the same wrong amount was debited AGAIN. I am livid. You are utterly incompetent, and my next step is to tell everybody on social media what kind of company you are."),
        AngryRepeatBilling("shop: refund never came", null,
            "I already emailed you in March and twice in April: where is my refund of $240? Nobody answers, it is disgraceful. Sort it out today, otherwise I will leave one-star reviews wherever I can."),

        MustNotEscalate("solicitor's office buys licences", "We are a small law firm of eight attorneys. Which plan would you recommend for us?"),
        MustNotEscalate("cancel an appointment", "I need to cancel my appointment on Thursday, can I do that online?"),
        MustNotEscalate("excited capitals", "OMG THE NEW UPDATE IS AMAZING!!! LOVE LOVE LOVE IT!!!"),
        MustNotEscalate("fourth stay", "We are coming back for the fourth time this summer. Could we have the same room again?"),
        MustNotEscalate("no hard feelings", "It's not a complaint, I only wonder why the delivery window is shown in UTC."),
        MustNotEscalate("board uses the report", "The board really liked the quarterly report we made with your tool. How do I share it as a PDF?"),
        MustNotEscalate("hack day", "We run a hackathon next month. Is there a student discount?"),
        MustNotEscalate("court booking", "How can I book the tennis court for Sunday?"),
        MustNotEscalate("five-star review", "I will leave a five star review on Google, the technician was so friendly!"),
        MustNotEscalate("planned migration", "If a server fails, does your standby take over automatically? We are comparing plans."),
        MustNotEscalate("developer asks for a parameter", "Quick one: which parameter do I use to get more than 50 results per page from the API?"),
        MustNotEscalate("moving house", "I'm moving to another flat in May, please change the address of my contract."),

        MustEscalate("exposed by a link", "Hi, I noticed that anyone who has the link can download the salary slips of other employees without logging in. Just so you know. Have a nice day!", "security", EscalationKind.ImmediateEscalation)
            with { Indicators = [UrgencyIndicator.SecurityRelated] },
        MustEscalate("someone in the account", "Good evening, I got a mail that my password was changed from Brazil. It was not me.", "security", EscalationKind.ImmediateEscalation),
        MustEscalate("calm churn", "Hello, we have been with you for six years. A competitor has made us a better offer and unless you can match it we will move our 40 lines to them in July.", "churn_threat", EscalationKind.ManagementEscalation),
        MustEscalate("daughter's game", "My eight year old daughter bought coins worth 150 pounds in the game without my permission. Can this be refunded please?", "fraud", EscalationKind.ImmediateEscalation),
        MustEscalate("regulator", "I have been patient. As my complaint was not answered within eight weeks I am now taking it to the ombudsman.", "legal_threat", EscalationKind.ImmediateEscalation),
        MustEscalate("calm repeat", "This is my third message about the missing parcel 4711889. I have not had an answer to the first two and am rather disappointed.", "repeat_contact", EscalationKind.ManagementEscalation),
    ];
}
