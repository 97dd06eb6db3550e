using System.Globalization;
using Baton.Learning;

namespace Baton.Evaluation;

/// <summary>What figures mean, in sentences for somebody who leads support and reads no statistics. Pure.</summary>
public static class InWords
{
    // Points by which confidence may be off and still be taken at its word, or as a guide.
    private const double AtItsWord = 0.05;
    private const double AGuide = 0.1;

    public static IEnumerable<string> Of(ChoiceReport r)
    {
        yield return $"Right in {Share(r.Accuracy)}. Always saying {r.MostCommon} would be right in {Percent(r.MostCommonShare.Value)}.";
        if (r.Rows < ChoiceTally.FewRows)
            yield return $"{r.Rows} rows are few: this may be chance.";
        if (r.Yes is not null && r.Classes.FirstOrDefault(c => c.Label == r.Yes) is { } yes)
            yield return $"Of {yes.Rows} that need {r.Yes}, it finds {Share(yes.Recall)} and misses {yes.Rows - yes.Recall.Hits}. Of {yes.Precision.Of} that it sends to {r.Yes}, it sends {Share(yes.Precision)} rightly.";
        if (r.Calibration is { } calibration)
        {
            yield return Sureness(calibration.Abstention[0]);
            yield return Trust(calibration);
        }
        if (Confused(r) is { } confused)
            yield return confused;
    }

    public static IEnumerable<string> Of(ScoreReport r)
    {
        if (r.Auc is { } auc)
            yield return string.Create(CultureInfo.InvariantCulture, $"Of a yes and a no taken at random, the yes has the higher {r.Said} in {100 * auc.Value:0} of 100 pairs ({100 * auc.Low:0} to {100 * auc.High:0}); 50 would be chance.");
        else if (r.Spearman is { } spearman)
            yield return $"Baton's {r.Said} {Firmness(spearman.Value)} what people say: rank correlation {Figure(spearman)}; 1 is the same order, 0 is none.";
        else
            yield return "One side is the same in every row, so that nothing can be compared.";
        if (r.MeanError is { } error && r.Near is { } near)
            yield return string.Create(CultureInfo.InvariantCulture, $"It is {error:0.0} off on the mean, and no more than {(r.SaidScale.Most > 10 ? "ten points" : "one step")} off in {Share(near)}.");
        if (r.Unanswered > 0)
            yield return $"Of {r.Unanswered} rows it could not tell.";
        if (r.Rows < ChoiceTally.FewRows)
            yield return $"{r.Rows} rows are few: this may be chance.";
    }

    /// <summary>What must be known before a file's figures are believed.</summary>
    public static IEnumerable<string> Warnings(FileReport file)
    {
        if (file.Trained > 0)
            yield return $"{file.Trained} of these {file.Rows} rows are of the corpus' training part, which the shipped model has seen: take --part test for an honest figure.";
        if (file.LeftOut > 0)
            yield return $"{file.LeftOut} rows cannot be read and are left out.";
    }

    /// <summary>A share with its count and interval: <c>71 % (200 of 281; 95 % interval 66 % to 76 %)</c>.</summary>
    public static string Share(Rate rate) => rate.Of == 0 ? "none of 0" : $"{Percent(rate.Value)} ({rate.Hits} of {rate.Of}; 95 % interval {Percent(rate.Low)} to {Percent(rate.High)})";

    /// <summary>A figure with its interval: <c>0.74 (0.71 to 0.77)</c>.</summary>
    public static string Figure(Estimate e) => string.Create(CultureInfo.InvariantCulture, $"{e.Value:0.00} ({e.Low:0.00} to {e.High:0.00})");

    public static string Percent(double? share) => share is { } s ? string.Create(CultureInfo.InvariantCulture, $"{100 * s:0} %") : "–";

    private static string Sureness(AbstentionReport a) => a.Unsure.Hits == 0
        ? $"It was at least {Percent(a.Below)} sure of every row."
        : $"Where it was at least {Percent(a.Below)} sure it was right in {Share(a.RightWhereSure)}; it was less sure of {a.Unsure.Hits} of {a.Unsure.Of}, and of those right in {Percent(a.RightWhereUnsure.Value)}.";

    private static string Trust(CalibrationReport c)
    {
        var (rows, sure, right) = (c.Bins.Sum(b => b.Right.Of), c.Bins.Sum(b => (b.Confidence ?? 0) * b.Right.Of), c.Bins.Sum(b => b.Right.Hits));
        var by = string.Create(CultureInfo.InvariantCulture, $"on the mean it is off by {100 * c.Error:0} points of 100");
        var way = sure / rows > (double)right / rows ? "too sure" : "not sure enough";
        return c.Error <= AtItsWord ? $"How sure it says it is can be taken at its word: {by}."
            : c.Error <= AGuide ? $"How sure it says it is, is a fair guide: {by}, mostly {way}."
            : $"How sure it says it is should not be taken at its word here: {by}, mostly {way}.";
    }

    private static string? Confused(ChoiceReport r)
    {
        if (r.Yes is not null)
            return null;
        var pairs = from meant in Enumerable.Range(0, r.Classes.Count)
                    from said in Enumerable.Range(0, r.Classes.Count)
                    where meant != said
                    select (Meant: r.Classes[meant].Label, Said: r.Classes[said].Label, Rows: r.Confusion[meant][said]);
        var most = pairs.DefaultIfEmpty().MaxBy(p => p.Rows);
        return most.Rows > 1 ? $"Its commonest mistake is {most.Said} where people say {most.Meant}, {most.Rows} times." : null;
    }

    private static string Firmness(double r) => r switch
    {
        >= 0.7 => "follows closely",
        >= 0.4 => "follows",
        >= 0.2 => "follows loosely",
        > -0.2 => "hardly follows",
        _ => "runs against",
    };
}
