using Baton.Reasoning.Local.Models;

namespace Baton.Learning;

/// <summary>
/// How far each sparse feature leans to or from each label: the size of its log-count ratio, as in naive Bayes (Wang and Manning, Baselines and Bigrams, ACL 2012). A weight takes larger steps
/// where the feature leans, so that words which merely stand beside the telling ones learn little.
/// </summary>
internal static class Leanings
{
    // What does not lean learns all the same, a little.
    private const double Least = 0.25;

    /// <returns>A row of <see cref="Heads.Outputs"/> factors for each sparse feature, 1 on average.</returns>
    public static float[] Of(IReadOnlyList<Example> examples, int features)
    {
        var (labelled, meant) = (new double[features * Heads.Outputs], new double[features * Heads.Outputs]);
        var (allLabelled, allMeant) = (new double[Heads.Outputs], new double[Heads.Outputs]);
        foreach (var example in examples)
        {
            Count(example, allLabelled, allMeant, 0);
            foreach (var feature in example.Features.Where(f => f >= DenseFeatures.Count))
                Count(example, labelled, meant, (feature - DenseFeatures.Count) * Heads.Outputs);
        }
        var leanings = new float[labelled.Length];
        for (var i = 0; i < leanings.Length; i++)
        {
            var o = i % Heads.Outputs;
            var (with, without) = ((meant[i] + 1) / (allMeant[o] + 2), (labelled[i] - meant[i] + 1) / (allLabelled[o] - allMeant[o] + 2));
            leanings[i] = (float)(Least + Math.Abs(Math.Log(with / without)));
        }
        var mean = leanings.Length == 0 ? 1 : (float)leanings.Average(l => (double)l);
        return [.. leanings.Select(l => l / mean)];
    }

    private static void Count(Example example, double[] labelled, double[] meant, int at)
    {
        for (var o = 0; o < Heads.Outputs; o++)
        {
            if (float.IsNaN(example.Targets[o]))
                continue;
            labelled[at + o] += example.Weight;
            meant[at + o] += example.Weight * example.Targets[o];
        }
    }
}
