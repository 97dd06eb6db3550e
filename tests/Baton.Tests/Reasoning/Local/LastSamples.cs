using Baton.Cases;
using static Baton.Tests.Reasoning.Local.Sample;

namespace Baton.Tests.Reasoning.Local;

/// <summary>Written blind, after everything in <see cref="Samples"/> and <see cref="UnseenSamples"/> passed.</summary>
public static class LastSamples
{
    public static readonly IReadOnlyList<Sample> All =
    [
        PoliteRoutine("insurance: portal access", "Access to the customer portal", "Good afternoon, I have forgotten my user name for the customer portal. Could you let me know how I get it back? Thank you and best regards, M. Weber"),
        PoliteRoutine("library app: PIN reset", null, "Hi! The app wants a PIN and I don't remember mine. How can I reset it, please?"),
        PoliteRoutine("hardware shop: change mail", "Account details", "Hello, I got married and would like to change the surname on my account. Thanks for your help."),

        OutageWithLegalThreat("hotel chain: booking engine", "Booking engine dead for 3 hours",
            "Our booking engine which you host is not reachable for three hours now. Not one of our 60 hotels receives reservations, and we are losing around 9,000 euros per hour. Your support keeps us waiting, which is shameful. If this is not solved at once, our legal department will claim damages."),
        OutageWithLegalThreat("factory: MES controller", "Production stopped - your controller software crashed",
            "After your patch the control software crashed and the entire plant is at a standstill, all production lines have stopped. Every minute costs us 2,000 dollars. This is an outrageous failure for a premium contract. Expect a lawsuit if we are not running again this morning."),
        OutageWithLegalThreat("bank: payment gateway", "Gateway outage",
            "Your payment gateway has an outage since 11:15 and all transactions of our merchants fail. They are furious and we are losing revenue by the minute. I find it appalling that no one picks up the phone. We have no choice but to instruct our attorneys."),

        HardIntegration("shop: inventory sync", "Inventory sync gives different quantities",
            "We integrated your inventory API with our ERP. The endpoint /inventory/levels sometimes returns stock.available as null although the documentation states that it is always an integer, so our nightly sync job breaks now and then in production. Could your developers clarify which behaviour is correct?"),
        HardIntegration("telecom: SMS delivery receipts", "Delivery receipts inconsistent",
            "Our CRM consumes the delivery receipts of your SMS gateway by webhook. Some callbacks carry messageId, others message_id, and the signature header is missing at random. The developer portal documents only the first form. In our live system about one in twenty receipts is rejected. Please have an engineer look at it."),
        HardIntegration("clinic: FHIR interface", "FHIR Observation resources vary",
            "Our integration reads Observation resources over your FHIR API. Occasionally valueQuantity is replaced by an array of components, which does not match the profile in your documentation, and our parser fails. We use version v4.0.1 in production. Is this a known issue, or a change of the schema?"),

        AngryRepeatBilling("parking app: fines", "Charged AGAIN for a parking session I ended",
            "For the third time now I am asking you to refund the parking fee. I have sent you screenshots twice, and all I get is automatic replies. What a shameless rip-off! If the money is not back by Friday I will post reviews everywhere and tell the local paper."),
        AngryRepeatBilling("newspaper subscription", "Invoice for a cancelled subscription - 4th complaint",
            "This is my fourth complaint. You billed me again for a subscription that I cancelled in January, and nobody bothers to answer. I am absolutely fed up, it is disgusting how you treat readers. I will share this on Facebook and Twitter so that everybody knows."),
        AngryRepeatBilling("hosting: double invoice", null,
            "I've written to you about the duplicate invoice again and again, since February. It is ridiculous, your billing department is totally incompetent. Correct it immediately or I'll make sure every reviewer on Trustpilot hears about it."),

        MustNotEscalate("judge's name", "Our managing director would like a second licence for his laptop. How do we buy it?"),
        MustNotEscalate("happy switch", "We just switched from a competitor to you and are very happy. Is there an import tool for our old data?"),
        MustNotEscalate("review wanted", "Where can I leave a review for the nice lady who helped me on the phone?"),
        MustNotEscalate("tweet integration", "Can I post to Twitter and LinkedIn automatically from your scheduler?"),
        MustNotEscalate("urgent but trivial", "URGENT!!! Which size is the blue jacket on page 3?"),
        MustNotEscalate("two-factor how-to", "How do I switch on two-factor authentication for all users?"),
        MustNotEscalate("follow-up thanks", "Thanks again for the quick help with the invoice last week, everything is fine now."),
        MustNotEscalate("dead battery", "The battery of my keyboard is dead after two years. Which type do I need as a replacement?"),
        MustNotEscalate("legal address", "Please update the legal address of our company on the invoices."),
        MustNotEscalate("cancel subscription how-to", "How can I cancel my newsletter subscription?"),

        MustEscalate("stranger's order in the mail", "Hi, you sent me an order confirmation that belongs to someone else, with her full address and phone number in it.", "security", EscalationKind.ImmediateEscalation),
        MustEscalate("lost trust, politely", "Dear support, thank you for your efforts. However, we have lost confidence in the product and intend to move to another provider when the contract ends.", "churn_threat", EscalationKind.ManagementEscalation),
        MustEscalate("lawyer, calmly", "As we could not agree on the refund, I have passed the matter on to my lawyer. You will hear from him.", "legal_threat", EscalationKind.ImmediateEscalation),
        MustEscalate("withdrawals abroad", "Two withdrawals in Lisbon appear on my statement. I have never been to Portugal and did not authorise them.", "fraud", EscalationKind.ImmediateEscalation),
        MustEscalate("executive, politely", "Our CEO has asked for a personal explanation of why the migration failed twice.", "executive_involvement", EscalationKind.ImmediateEscalation),
        MustEscalate("press", "If you do not answer this week I will contact a journalist.", "publicity_threat", EscalationKind.ManagementEscalation),
    ];
}
