using Baton.Cases;
using Baton.Classification;
using Baton.Connectors;
using Baton.Conversation;
using Baton.Escalation;
using Baton.Handoff;
using Baton.Intake;
using Baton.Knowledge;
using Baton.Pipeline;
using Baton.Policies;
using Baton.Risk;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Conversation;

/// <summary>Brings a case to where a step of the conversation or the handoff takes over, with events as the earlier steps leave them.</summary>
internal sealed record Situation
{
    /// <summary>A Monday morning at work: 10:00 in Berlin.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A Saturday.</summary>
    public static readonly DateTimeOffset Weekend = new(2026, 3, 7, 9, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; init; } = Monday;
    public Policy Policy { get; init; } = TestTemplates.Policy;
    public string? Subject { get; init; } = "Cannot sign in";
    public string Text { get; init; } = "I cannot sign in to my account since this morning.";
    public string? Email { get; init; } = "ana@customer.example";
    public string? Name { get; init; } = "Ana Silva";
    public string? ExternalId { get; init; }
    public Category Category { get; init; } = Category.Account;
    public Priority Priority { get; init; } = Priority.Medium;
    public IssueType IssueType { get; init; } = IssueType.Question;
    public string? Language { get; init; } = "en";
    public Entities Entities { get; init; } = new();
    public Sentiment Sentiment { get; init; } = Sentiment.Neutral;
    public CommunicationStyle Style { get; init; } = CommunicationStyle.Formal;
    public int Frustration { get; init; } = 20;
    public bool Automatic { get; init; }
    public CustomerContext? Customer { get; init; }
    public EscalationKind Kind { get; init; } = EscalationKind.NoEscalation;
    public Urgency Urgency { get; init; } = Urgency.Standard;
    public IReadOnlyList<string> Reasons { get; init; } = [EscalationReason.HighRisk];
    public IReadOnlyList<string> AlsoTold { get; init; } = [];
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    public StepContext Context => new(Now, Policy);

    /// <summary>A new case, decided.</summary>
    public Case Decided() => Judge(Case.Open(new TicketReceived(new Ticket
    {
        Id = "TICK-1",
        Subject = Subject,
        Description = Text,
        CustomerEmail = Email,
        CustomerId = "C-1",
        CustomerName = Name,
        ExternalId = ExternalId,
        ReceivedAt = Now,
    })
    { At = Now })
        .Apply(new ContextGathered(Customer ?? new CustomerContext { Id = "C-1", Email = Email, Name = Name, Tier = CustomerTier.Paid }, ["sign", "account"], Automatic, Automatic ? "out of office" : null) { At = Now }));

    /// <summary>The next turn of a case, decided.</summary>
    public Case NextTurn(Case c, string text, bool fromCustomer = true) => Judge(c
        .Apply(new CustomerMessageReceived($"m{c.Turn + 1}", text, Email, "email", fromCustomer, false) { At = Now })
        .Apply(new TurnStarted(c.Turn + 1) { At = Now }));

    private Case Judge(Case c) => c.Apply(Classified()).Apply(Analysed()).Apply(new EscalationDecided(Decision(), Policy.Hash) { At = Now });

    public EscalationDecision Decision() => Decide.ForReason(Reasons[0], "The reason in one sentence.", Case.Open(new TicketReceived(new Ticket { Id = "x", Description = "", ReceivedAt = Now }) { At = Now }), Policy, Now) with
    {
        Decision = Kind,
        Urgency = Urgency,
        Reasons = Reasons,
        TargetTeam = Policy.TeamOf(Category),
        AlsoTold = AlsoTold,
    };

    public TicketClassified Classified() => new(new TicketClassification
    {
        Category = Category,
        Priority = Priority,
        Complexity = Complexity.Moderate,
        IssueType = IssueType,
        SuggestedTeam = Policy.TeamOf(Category),
        MinutesToRespond = 480,
        Confidence = 0.9,
        Language = Language,
        Entities = Entities,
        By = "local/1",
    }, [], Policy.Hash)
    { At = Now };

    public SentimentAnalysed Analysed() => new(
        new SentimentAnalysis { Sentiment = Sentiment, Frustration = Frustration, Style = Style, EstimatedResolution = "1-2 h", By = "local/1" },
        new RiskProfile { Overall = 40, Business = 40, Customer = 30 }, Policy.Hash)
    { At = Now };

    public ConversationStep Conversation => new(new FixedKnowledge(Passages));

    public IReadOnlyList<IStep> Steps =>
    [
        Conversation, new HandoffStep(new EmptyStore()), new UndeliveredStep(), new FollowUpStep(), new HandoffOverdueStep(), new HandoffFollowUpStep(),
        new ForwardToPeopleStep(), new HandoffDeliveryStep(), new SlaStep(), new StuckStep(),
    ];

    /// <summary>Runs whichever step's condition holds until none does, as the runner would.</summary>
    public async Task<(Case Case, IReadOnlyList<(string Step, StepResult Result)> Ran)> RunAsync(Case c, DateTimeOffset? at = null)
    {
        var context = Context with { Now = at ?? Now };
        var ran = new List<(string, StepResult)>();
        while (Steps.FirstOrDefault(s => s.Holds(c)) is { } step)
        {
            var result = await step.RunAsync(c, context, CancellationToken.None);
            ran.Add((step.Name, result));
            c = Apply(c, result, context.Now);
            if (ran.Count > 20)
                throw new InvalidOperationException($"no end: {string.Join(", ", ran.Select(r => r.Item1))}");
        }
        return (c, ran);
    }

    public static Case Apply(Case c, StepResult result, DateTimeOffset now) => result.ToEvents(now).Aggregate(c, (state, e) => state.Apply(e));

    /// <summary>The case after all its waiting messages left.</summary>
    public static Case Delivered(Case c, DateTimeOffset at) => c.Outgoing.Values.Where(o => o.State == DeliveryState.Queued)
        .Aggregate(c, (state, o) => state.Apply(new MessageSent(o.Message.Id, "file", null, 1) { At = at }));

    public static OutgoingMessage? ToCustomer(StepResult result) => result.Messages.SingleOrDefault(m => m.ToCustomer);
}

/// <summary>Knowledge that has these passages to say, whatever it is asked.</summary>
internal sealed class FixedKnowledge(IReadOnlyList<Passage> passages) : IKnowledge
{
    public IReadOnlyList<Passage> Search(string query, int limit) => [.. passages.Take(limit)];
}
