using Baton.Cases;
using Baton.Classification;
using Baton.Connectors;
using Baton.Conversation;
using Baton.Escalation;
using Baton.Intake;
using Baton.Pipeline;
using Baton.Policies;
using Baton.Reasoning;
using Baton.Risk;

namespace Baton.Evaluation;

/// <summary>
/// Judges a row as production would: it becomes a case, and the steps that classify, analyse and decide run over it, with the policy's hard rules. Nothing is known of the
/// customer but the words; the desk is open and its queues are short. Safe to share between threads.
/// </summary>
public sealed class RowJudge(IReasoner reasoner, Policy policy)
{
    // Any time will do: nothing that is judged here rests on it.
    private static readonly DateTimeOffset _opened = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan _between = TimeSpan.FromMinutes(1);

    private readonly ClassificationStep _classification = new(reasoner);
    private readonly AnalysisStep _analysis = new(reasoner);

    public string Reasoner => reasoner.Name;

    /// <summary>The case after step 3, on the turn of the row's text.</summary>
    public async ValueTask<Case> JudgeAsync(EvaluationRow row, CancellationToken cancellationToken)
    {
        // A case begins with the customer: what an agent said before is not part of it.
        var lines = row.Earlier.SkipWhile(l => l.Role != Role.Customer).Append(new EarlierLine(Role.Customer, row.Ticket.Text)).ToList();
        var c = Opened(row.Ticket.Subject, lines[0].Text);
        foreach (var line in lines.Skip(1))
            c = line.Role == Role.Customer ? Wrote(c, line.Text) : Answered(await AnalysedAsync(c, cancellationToken), line.Text);
        return await DecidedAsync(await AnalysedAsync(c, cancellationToken), cancellationToken);
    }

    private static Case Opened(string? subject, string text) =>
        Case.Open(new TicketReceived(new Ticket { Id = "row", Subject = subject, Description = text, ReceivedAt = _opened }) { At = _opened })
            .Apply(new ContextGathered(new CustomerContext(), [], false, null) { At = _opened });

    private static Case Wrote(Case c, string text)
    {
        var at = c.UpdatedAt + _between;
        return c.Apply(new CustomerMessageReceived($"{c.CustomerMessages.Count + 1}", text, null, null, FromCustomer: true, Automatic: false) { At = at })
            .Apply(new TurnStarted(c.Turn + 1) { At = at });
    }

    // The row tells that the agent went on, so that the case stayed with it, whatever a decision would have been.
    private static Case Answered(Case c, string text)
    {
        var at = c.UpdatedAt + _between;
        var reply = new Reply { Text = text, Type = ReplyType.Solution, Tone = Tone.Professional, Grounding = Grounding.Article };
        var message = new OutgoingMessage { Id = $"{c.Version}", Purpose = MessagePurpose.Reply, Channel = ChannelKind.Mail, To = "customer", Body = text };
        return c.Apply(new ReplyPrepared(Strategy.AutomatedResolution, reply, "") { At = at })
            .Apply(new MessageQueued(message) { At = at })
            .Apply(new MessageSent(message.Id, "row", null, 1) { At = at });
    }

    private async ValueTask<Case> AnalysedAsync(Case c, CancellationToken cancellationToken)
    {
        var context = new StepContext(c.UpdatedAt, policy);
        foreach (var step in (IStep[])[_classification, _analysis])
        {
            if (step.Holds(c))
                c = (await step.RunAsync(c, context, cancellationToken)).Events.Aggregate(c, (state, e) => state.Apply(e));
        }
        return c;
    }

    private async ValueTask<Case> DecidedAsync(Case c, CancellationToken cancellationToken)
    {
        var classification = c.Classification!;
        var threshold = AdaptiveThreshold.Of(classification.CustomerType, classification.BusinessImpact, open: true, waiting: null, outcomes: null, policy.Thresholds);
        var advice = await reasoner.AdviseAsync(ReasoningInputs.Of(c), classification, c.Analysis!, c.Risk!, threshold, cancellationToken);
        return c.Apply(new EscalationDecided(Decide.WithAdvice(c, advice, reasoner.Name, threshold, policy, c.UpdatedAt), policy.Hash) { At = c.UpdatedAt });
    }
}
