using System.Collections.Immutable;
using Baton.Cases;
using Baton.Conversation;
using Baton.Pipeline;

namespace Baton.Handoff;

/// <summary>
/// The customer wrote while people have the case: they are told, and the agent stays silent. What somebody else writes into a case never is the agent's to answer, whoever has it.
/// </summary>
public sealed class ForwardToPeopleStep : IStep
{
    private const int LongestMessage = 4000;

    public string Name => "forward_to_people";

    public bool Holds(Case c) => !Untold(c).IsEmpty;

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken)
    {
        var untold = Untold(c);
        var messages = c.CustomerMessages.Where(m => untold.Contains(m.Id)).Select(m =>
            $"{CustomerText.Line(m.From ?? "The customer", 120)}{(m.FromCustomer ? "" : " (in copy, not the customer)")} wrote:\n{CustomerText.Block(m.Text, LongestMessage)}");
        return ValueTask.FromResult(Forward(c, context, string.Join("\n\n", messages)));
    }

    public StepResult Fallback(Case c, StepContext context, StepFailure failure)
    {
        var result = Forward(c, context, "The messages are in the case.");
        return result with { Events = [.. result.Events, new StepDegraded(Name, failure.Reason) { At = context.Now }] };
    }

    private static ImmutableList<string> Untold(Case c) => c.Owner == Owner.Agent ? c.InCopyMessages : c.InCopyMessages.AddRange(c.WaitingMessages);

    private static StepResult Forward(Case c, StepContext context, string body)
    {
        var untold = Untold(c);
        var who = c.CustomerMessages.Any(m => m.FromCustomer && untold.Contains(m.Id)) ? "The customer wrote" : "Somebody else wrote";
        return new(
            [new CustomerMessageForwarded(untold) { At = context.Now }],
            [TeamMail.To(TeamMail.HolderOf(c, context.Policy), MessagePurpose.CustomerWrote, c, 0, $"[{who}] {TeamMail.About(c)}", $"{body}\n\nView: {TeamMail.View(c)}")],
            []);
    }
}
