using Baton.Analytics;
using Baton.Cases;
using Baton.Classification;
using Baton.Connectors;
using Baton.Conversation;
using Baton.Escalation;
using Baton.Handoff;
using Baton.Intake;
using Baton.Knowledge;
using Baton.Memory;
using Baton.Outcomes;
using Baton.Reasoning;
using Baton.Risk;
using Microsoft.Extensions.Logging;

namespace Baton.Pipeline;

/// <summary>The steps of Baton's pipeline, in order. This list is the whole flow: read it top to bottom, then open any step.</summary>
public static class Steps
{
    public static BatonPipeline Create(ICaseStore store, IReasoner reasoner, IKnowledge knowledge, ICrm? crm, TimeProvider time, ILoggerFactory loggers) => new(
    [
        // 0  What came, and from whom
        new IntakeStep(store, time, crm),
        new TurnStep(),

        // 1-3  What it is, how it feels, who should have it
        new ClassificationStep(reasoner),
        new AnalysisStep(reasoner),
        new EscalationStep(reasoner, new OperationalContext(store, time, loggers.CreateLogger<OperationalContext>())),

        // 4-5  What the customer reads, and the way to people
        new ConversationStep(knowledge),
        new HandoffStep(store),
        new UndeliveredStep(),
        new FollowUpStep(),
        new ForwardToPeopleStep(),
        new HandoffDeliveryStep(),
        new ClaimDeadlineStep(),
        new HandoffOverdueStep(),
        new HandoffFollowUpStep(),
        new SlaStep(),
        new StuckStep(),

        // 6-8  What stays, what became of it, what it teaches
        new PreservationStep(),
        new OutcomeStep(),
        new OutcomeCheckStep(),
        new DurabilityStep(store),
        new AnalyticsStep(),
    ]);
}
