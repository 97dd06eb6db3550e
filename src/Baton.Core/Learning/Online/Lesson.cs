using Baton.Reasoning.Local;
using Baton.Reasoning.Local.Models;

namespace Baton.Learning.Online;

/// <summary>Feedback as numbers: the telling words of a text, what the shipped model says of it (log-odds, calibrated), and what each head should have said (NaN where nobody said).</summary>
internal sealed record Lesson(int[] Features, float[] Values, float[] Shipped, float[] Targets, string Person, DateOnly Day)
{
    /// <summary>The lesson of a feedback; null where the model does not judge such a text, or nothing in it tells it apart from others.</summary>
    public static Lesson? Of(Feedback feedback, LocalModel shipped)
    {
        var reading = new Reading(feedback.Input, model: null);
        var targets = Targeted(feedback.Said);
        if (shipped.Vocabulary.KnownShare(reading.Text.Text) < Reading.LeastKnown || targets.All(float.IsNaN))
            return null;
        var hasSubject = !string.IsNullOrWhiteSpace(feedback.Input.Subject);
        var scratch = new Scratch();
        shipped.Vocabulary.Vectorise(reading, hasSubject, quiet: false, scratch);
        var telling = Enumerable.Range(0, scratch.Count).Where(i => shipped.Vocabulary.Tells(scratch.Features[i])).OrderBy(i => scratch.Features[i]).ToList();
        if (telling.Count == 0)
            return null;
        var outputs = shipped.Score(reading, hasSubject);
        for (var i = 0; i < outputs.Length; i++)
            outputs[i] = shipped.Calibrations[i].Of(outputs[i]);
        return new Lesson([.. telling.Select(i => scratch.Features[i])], [.. telling.Select(i => scratch.Values[i])], outputs, targets, feedback.Person, DateOnly.FromDateTime(feedback.At.UtcDateTime));
    }

    // "People were needed" says that the reason is none of the agent's own, and leaves open which.
    private static float[] Targeted(LabelledTicket said)
    {
        var targets = Examples.Targets(said);
        if (said.Escalate is true)
            targets[Heads.Reason.First] = 0;
        return targets;
    }
}
