using Baton.Cases;
using Baton.Classification;

namespace Baton.Reasoning.Local;

/// <summary>Which category speaks loudest: weights of its words, the subject's counted again, and what the matter's gravity adds.</summary>
internal static class CategoryScorer
{
    private static readonly Category[] _categories = Enum.GetValues<Category>();
    private static readonly Cue[] _cues = [.. _categories.Select(c => Enum.Parse<Cue>(c.ToString()))];

    /// <summary>Fitted by eye so that confidence follows accuracy on mixed queues.</summary>
    private const double Temperature = 0.7;

    internal readonly record struct Result(Category Category, double Confidence, Evidence Evidence);

    public static Result Score(TextFeatures text, Findings findings, bool hasSubject)
    {
        Span<double> scores = stackalloc double[_categories.Length];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = Damp(text.Sum(_cues[i])) + (hasSubject ? 0.35 * Damp(text.SumIn(0, _cues[i])) : 0);
        Nudge(scores, text, findings);
        var (best, confidence) = Certainty.Softmax(scores, Temperature);
        return new Result(_categories[best], confidence * (0.4 + (0.6 * text.Surface.Readable)), new Evidence("category", text.Quote(_cues[best])));
    }

    // The tenth word about money adds less than the first.
    private static double Damp(double sum) => 2.2 * Math.Log(1 + (sum / 1.6));

    private static void Nudge(Span<double> scores, TextFeatures text, Findings findings)
    {
        // Nothing said is a general inquiry, with little confidence.
        scores[(int)Category.GeneralInquiry] += 0.35 - Told(text, findings);
        scores[(int)Category.Technical] += findings.Stands(Finding.Outage) ? 3 : 0;
        scores[(int)Category.Security] += findings.Stands(Finding.Security) ? 3.2 : findings.Stands(Finding.Fraud) ? 1.2 : 0;
        scores[(int)Category.Billing] += Math.Min(1.6, text.Sum(Cue.Dispute));
        scores[(int)Category.FeatureRequest] += Math.Min(1.5, text.Sum(Cue.Wish));
        var failure = Math.Min(1, 0.7 * text.Sum(Cue.Failure));
        scores[(int)Category.Technical] += failure;
        scores[(int)Category.BugReport] += 0.5 * failure;
        // Where two systems disagree about what was agreed, they are being connected.
        scores[(int)Category.Integration] += text.Has(Cue.Integration) ? Math.Min(1.2, 0.7 * text.Sum(Cue.SpecGap)) : 0;
        // Asking how is rarely a defect; being unable is rarely a product question.
        if (text.Has(Cue.HowTo))
            scores[(int)Category.Product] += 0.5;
        if (text.Has(Cue.HowTo) && !text.Has(Cue.Failure))
        {
            scores[(int)Category.Technical] -= 0.5;
            scores[(int)Category.BugReport] -= 0.8;
        }
        scores[(int)Category.Product] -= failure;
    }

    // Where something went wrong, calls, shops and services are part of the story, not what is asked about.
    private static double Told(TextFeatures text, Findings findings) => Math.Min(2.4,
        (0.8 * text.Sum(Cue.Failure)) + (0.8 * text.Sum(Cue.Dispute)) + (0.5 * text.Sum(Cue.Blocked)) + (0.3 * text.Sum(Cue.Anger)) + (findings.Stands(Finding.RepeatContact) ? 0.8 : 0)
        + (findings.Stands(Finding.Outage) ? 1 : 0) + (findings.Stands(Finding.Security) || findings.Stands(Finding.Fraud) ? 1 : 0));
}
