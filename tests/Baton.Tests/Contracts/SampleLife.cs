using Baton.Analytics;
using Baton.Cases;
using Baton.Classification;
using Baton.Connectors;
using Baton.Conversation;
using Baton.Escalation;
using Baton.Handoff;
using Baton.Intake;
using Baton.Memory;
using Baton.Outcomes;
using Baton.Risk;

namespace Baton.Tests.Contracts;

/// <summary>Events as a real case has them, filled as the steps fill them: what stores are tested and measured with.</summary>
internal static class SampleLife
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, 123, TimeSpan.Zero);
    public static readonly IReadOnlyList<string> Keywords = ["invoic", "twic", "card", "subscription", "refund", "march", "statement", "annual"];

    public static TicketReceived Received(string id, string? customer = null, string? externalId = null) => new(new Ticket
    {
        Id = id,
        Subject = "Charged twice for the March invoice – “annual plan” 🧾",
        Description = "Hello, my card statement shows the March invoice twice. I only have one subscription, on the annual plan. Could you check and refund the second charge, please? The invoice is INV-20391.",
        CustomerEmail = customer ?? $"{id.ToLowerInvariant()}@shop.example",
        CustomerName = "Jo Meadow",
        CustomerId = customer,
        CustomerTier = CustomerTier.Paid,
        AccountValue = 1188.50m,
        ExternalId = externalId,
        ReceivedAt = Start,
        Headers = new Dictionary<string, string> { ["Message-ID"] = $"<{id}@shop.example>" },
    })
    { At = Start };

    public static ContextGathered Gathered() => new(new CustomerContext
    {
        Id = "cus-8841",
        Email = "jo@shop.example",
        Tier = CustomerTier.Paid,
        Plan = "annual",
        RecentOrders = [new Order("A-771", "delivered", "TR-99", Start.AddDays(-3))],
        PreviousTickets = 2,
        PastCases = [new PastCase("T-1", Start.AddDays(-20), Category.Account, ["password", "reset"], false, true)],
        Source = "crm",
    }, Keywords, false, null)
    { At = Start };

    public static TicketClassified Classified(Category category = Category.Billing, Priority priority = Priority.Medium) => new(Classification(category, priority), [], "3f9c2a71d0be") { At = Start };

    public static SentimentAnalysed Analysed() => new(Analysis(), Risk(), "3f9c2a71d0be") { At = Start };

    public static EscalationDecided Decided(EscalationKind kind = EscalationKind.NoEscalation) => new(new EscalationDecision
    {
        Decision = kind,
        Urgency = Urgency.Standard,
        TargetTeam = "finance",
        PrimaryReason = kind == EscalationKind.NoEscalation ? "A grounded answer is at hand." : EscalationReason.RepeatContact,
        Reasons = ["a known billing question", "a calm customer"],
        RiskFactors = ["money involved"],
        AlternativesConsidered = ["specialist_escalation"],
        HandoffRequirements = [],
        SuccessProbability = 0.82,
        Confidence = 0.9,
        ExpectedOutcome = "answered at once",
        By = "rules",
    }, "3f9c2a71d0be")
    { At = Start };

    public static ReplyPrepared Replied() => new(Strategy.TemplateResponse, new Reply
    {
        Text = ReplyText,
        Type = ReplyType.Solution,
        Tone = Tone.Empathetic,
        Grounding = Grounding.Article,
        Citations = [new Citation("billing/double-charge", "When a charge shows up twice", "A second line is often a reservation that lapses within five days.")],
        Template = "double_charge",
        Confidence = 0.88,
        FollowUpNeeded = true,
    }, "3f9c2a71d0be")
    { At = Start };

    public static MessageQueued Queued(string id, MessagePurpose purpose = MessagePurpose.Reply, string to = "jo@shop.example", DateTimeOffset? at = null, ChannelKind channel = ChannelKind.Mail) => new(new OutgoingMessage
    {
        Id = id,
        Purpose = purpose,
        Channel = channel,
        To = to,
        Subject = "Re: Charged twice for the March invoice",
        Body = ReplyText,
        Fields = new Dictionary<string, string> { ["case"] = id },
    })
    { At = at ?? Start };

    public static HandedOff HandedOff(string id, string team = "finance") => new(new HandoffRecord
    {
        Package = Package(id),
        Brief = new Brief("The March invoice was charged twice.", ["an answer from the articles"], "calm", "Look at both charges and refund one.", ["annual plan"]),
        Completeness = 0.92,
        Gaps = ["order history"],
        Team = team,
        Urgency = Urgency.Standard,
        HandedOffAt = Start,
        ExpectedBy = Start.AddHours(4),
    })
    { At = Start };

    public static ContextPreserved Preserved(string id, IReadOnlyList<string>? keywords = null) => new(new Preservation
    {
        Session = new SessionFacts(id, Start, Start.AddSeconds(2), 2000, 1, "self_resolved", EscalationKind.NoEscalation),
        Customer = new InteractionProfile("cus-8841", CommunicationStyle.Formal, 4, [], 2, 0, null),
        Issue = new IssueSignature(Category.Billing, Complexity.Simple, CustomerTier.Paid, Sentiment.Neutral, keywords ?? Keywords, []),
        WhatWorked = ["explained that a second line is a reservation"],
        Rationale = new DecisionRationale("A grounded answer is at hand.", ["known question"], ["specialist_escalation"], 0.9, "rules", "3f9c2a71d0be"),
        Efficiency = new ProcessEfficiency(12.5, 20, 31, null, 0.8, 1),
        Completeness = 0.86,
        Gaps = ["satisfaction"],
    })
    { At = Start };

    public static OutcomeTrackingStarted Tracked() => new(new Prediction(EscalationKind.NoEscalation, ResolutionLikelihood.High, 0.82, 2, "within a day")) { At = Start };

    public static PerformanceAnalysed Performed() => new(new Performance
    {
        Efficiency = new Efficiency(12.5, 20, 31, null, null, true),
        Quality = new DecisionQuality(null, null, null, 0.91, 0.9),
        Impact = new CustomerImpact(null, 0, true, 2400, 1),
        Reliability = new Reliability(8, 0, 1, 0, 0.8),
        Improvements = [new Improvement("knowledge", "Add an article about annual invoices.", 6, 2)],
        AnalysedAt = Start.AddSeconds(2),
    })
    { At = Start };

    /// <summary>The appends of a case that the agent answers by itself: the opening, then one a step.</summary>
    public static IEnumerable<CaseEvent[]> Answered(string id) =>
    [
        [Received(id, externalId: $"ext-{id}")],
        [Gathered(), new TimerSet(TimerKind.SlaResponse, Start.AddHours(8)) { At = Start }],
        [Classified()],
        [Analysed()],
        [Decided()],
        [Replied(), Queued($"{id}.1.reply", to: $"{id}@shop.example"), new TimerSet(TimerKind.FollowUp, Start.AddDays(1)) { At = Start }],
        [new MessageSent($"{id}.1.reply", "smtp", "<1@mail.example>", 1) { At = Start }],
        [Preserved(id)],
        [Tracked(), .. new[] { TimerKind.ResolutionCheck, TimerKind.SatisfactionSurvey, TimerKind.FinalAnalysis }.Select((t, i) => new TimerSet(t, Start.AddHours(2 + 24 * i)) { At = Start })],
        [Performed()],
    ];

    /// <summary>One event of every kind, in an order that folds.</summary>
    public static IReadOnlyList<CaseEvent> OfEveryKind(string id) =>
    [
        Received(id),
        Gathered(),
        new CustomerMessageReceived("m-2", "Is there any news? 你好", "jo@shop.example", "email", true, false) { At = Start },
        new TurnStarted(2) { At = Start },
        Classified() with { Hits = [new RuleHit("repeat_contact", RuleKind.RepeatContact, "third contact", ["T-1", "T-2"])] },
        Analysed(),
        Decided(EscalationKind.SpecialistEscalation),
        Replied(),
        HandedOff(id),
        new HandoffRaised(1, "billing-specialist@northwind.example", "nobody claimed it", Start.AddHours(1)) { At = Start },
        new HandoffFollowedUp("still waiting") { At = Start },
        new CustomerMessageForwarded(["m-2"]) { At = Start },
        new ManualInterventionNeeded("every channel failed") { At = Start },
        new CaseClaimed("ana") { At = Start },
        new CaseReleased("ana", "off shift") { At = Start },
        new ReturnedToAgent("ben", null) { At = Start },
        new PersonReplied("ben", "We refund it today.") { At = Start },
        new NoteAdded("ben", "Refunded 99.") { At = Start },
        Preserved(id),
        Tracked(),
        new OutcomeChecked(TimerKind.ResolutionCheck, "open") { At = Start },
        new SurveySent { At = Start },
        new FeedbackGiven(4, "quick", true) { At = Start },
        new VerdictGiven("ana", true, new Dictionary<string, string> { ["category"] = "account" }, "right") { At = Start },
        new CaseResolved(ResolutionKind.ByPerson, "ben", "refunded") { At = Start },
        new ResolutionConfirmed("customer") { At = Start },
        new CaseReopened("ben", "not yet") { At = Start },
        new DurabilityJudged(false, "reopened") { At = Start },
        new FollowedUp("no answer") { At = Start },
        new SlaBreached(Start.AddHours(8)) { At = Start },
        Performed(),
        Queued($"{id}.1.reply"),
        new MessageDelayed($"{id}.1.reply", "smtp", "timed out", 1, Start.AddMinutes(1)) { At = Start },
        new MessageSent($"{id}.1.reply", "smtp", "<1@mail.example>", 2) { At = Start },
        new MessageRefused($"{id}.1.reply", "smtp", "no such mailbox", 2) { At = Start },
        new MessageUncertain($"{id}.1.reply", "smtp", "died while sending") { At = Start },
        new MessageWithdrawn($"{id}.1.reply", "a person has taken over") { At = Start },
        new TimerSet(TimerKind.QuietTime, Start.AddMinutes(2)) { At = Start },
        new TimerCancelled(TimerKind.QuietTime) { At = Start },
        new TimerFired(TimerKind.FollowUp) { At = Start },
        new StepDegraded("classify", "the model did not answer") { At = Start },
        new StuckFound("no deadline") { At = Start },
    ];

    private const string ReplyText = """
        Hello Jo,

        thank you for telling us. The second line on your statement is a reservation that your bank lifts within five days; only one charge was made.
        If it is still there after that, answer to this mail and we look into it together.

        Kind regards
        Northwind Cloud
        """;

    private static TicketClassification Classification(Category category, Priority priority) => new()
    {
        Category = category,
        Priority = priority,
        Complexity = Complexity.Simple,
        CustomerType = CustomerTier.Paid,
        IssueType = IssueType.Problem,
        UrgencyIndicators = [UrgencyIndicator.RevenueAffecting],
        Entities = new Entities { OrderIds = ["INV-20391"], Amounts = ["99"] },
        SuggestedTeam = "finance",
        MinutesToRespond = 480,
        Confidence = 0.91,
        LabelConfidence = new Dictionary<string, double> { ["category"] = 0.94, ["priority"] = 0.87 },
        Evidence = [new Evidence("category", ["invoice", "charge", "refund"])],
        Language = "en",
        By = "local",
    };

    private static SentimentAnalysis Analysis() => new()
    {
        Sentiment = Sentiment.Neutral,
        Frustration = 2,
        Urgency = new UrgencyPerception(3, 4),
        Style = CommunicationStyle.Formal,
        TechnicalComplexity = 2,
        OverallComplexity = 3,
        ChurnRisk = 1,
        PublicityRisk = 0,
        Evidence = [new Evidence("sentiment", ["please", "could you"])],
        EstimatedResolution = "within a day",
        By = "local",
    };

    private static RiskProfile Risk() => new() { Overall = 24, Sentiment = 10, Complexity = 30, Business = 20, Customer = 35 };

    private static HandoffPackage Package(string id) => new()
    {
        Ticket = new TicketFacts(id, "Charged twice", "email", null, Start, Start.AddSeconds(1)),
        Mood = new CustomerMood(CommunicationStyle.Formal, 4, Sentiment.Neutral, 2, Trajectory.Stable),
        Classification = Classification(Category.Billing, Priority.Medium),
        Analysis = Analysis(),
        Risk = Risk(),
        Escalation = new EscalationContext(EscalationReason.RepeatContact, ["third contact"], ["money involved"], "a wait costs trust", ["both charges"]),
        Conversation = [new ConversationEntry(Start, Role.Customer, "Jo Meadow", "My card statement shows the March invoice twice.")],
        Recommended = new Recommendations(["look at both charges"], [], "empathetic", ["billing"]),
        SimilarCases = [new SimilarCase("T-9", "Double charge", Category.Billing, 0.7, "self_resolved", "explained", ["explained reservations"])],
        Metadata = new HandoffMetadata("d1", 0.9, false, true, "3f9c2a71d0be"),
    };
}
