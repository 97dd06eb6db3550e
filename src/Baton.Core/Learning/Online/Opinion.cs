using Baton.Cases;
using Baton.Classification;
using Baton.Pipeline;
using Baton.Policies;
using Baton.Reasoning;
using Baton.Reasoning.Local;
using Baton.Reasoning.Local.Models;
using Baton.Risk;

namespace Baton.Learning.Online;

/// <summary>What a model would have said of a case, by the same functions as the steps use.</summary>
internal sealed record Opinion(LabelledTicket Labels, Judgement? Judgement)
{
    public static Opinion Of(Feedback feedback, LocalModel model, Policy policy)
    {
        var c = feedback.Judged;
        var reading = new Reading(feedback.Input, model);
        var context = new StepContext(feedback.At, policy);
        var classification = Classify.From(Reasoning.Local.Labels.Of(reading, c.Customer), model.Name, c, c.RuleHits, policy);
        var classified = c.Apply(new TicketClassified(classification, c.RuleHits, policy.Hash) { At = feedback.At });
        var mood = c.Turn == 1 ? reading : new Reading(feedback.Input with { Subject = null }, model);
        var analysed = Analyse.From(Scores.Of(mood, ReasoningInputs.LabelsOf(classification), c.Customer), model.Name, classified, context);
        var advice = EscalationAdvisor.Advise(reading, classification, analysed.Analysis, analysed.Risk, policy.Thresholds.EscalationRisk);
        var labels = new LabelledTicket
        {
            Id = c.Id,
            Text = "",
            Category = classification.Category,
            Priority = classification.Priority,
            Complexity = classification.Complexity,
            IssueType = classification.IssueType,
            Sentiment = analysed.Analysis.Sentiment,
            Frustration = analysed.Analysis.Frustration,
            Escalate = advice.Kind != EscalationKind.NoEscalation,
        };
        return new Opinion(labels, reading.Judgement);
    }

    /// <summary>Log loss over all that people named, added up; lower is better; null where the model judged nothing that they named.</summary>
    public double? LogLoss(LabelledTicket said)
    {
        if (Judgement is null)
            return null;
        var targets = Examples.Targets(said);
        var losses = new List<double>();
        foreach (var head in Heads.All.Where(h => h != Heads.Reason && h != Heads.Valence && !float.IsNaN(targets[h.First])))
        {
            for (var i = 0; i < head.Count; i++)
            {
                var (p, target) = (Math.Clamp(Judgement.Of(head, i), 1e-6, 1 - 1e-6), targets[head.First + i]);
                losses.Add(-(target * Math.Log(p)) - (head.Kind == HeadKind.Choice ? 0 : (1 - target) * Math.Log(1 - p)));
            }
        }
        return losses.Count == 0 ? null : losses.Sum();
    }
}
