using Baton.Reasoning.Local.Models;

namespace Baton.Learning;

/// <summary>What the heads got wrong: for logistic and softmax outputs alike, probability less target, where there is a target.</summary>
internal static class Gradients
{
    public static void Of(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, float weight, Span<float> gradient)
    {
        gradient.Clear();
        foreach (var head in Heads.All)
        {
            if (float.IsNaN(targets[head.First]))
                continue;
            var g = gradient.Slice(head.First, head.Count);
            Probabilities(head.Kind, outputs.Slice(head.First, head.Count), g);
            for (var i = 0; i < head.Count; i++)
                g[i] = (g[i] - targets[head.First + i]) * weight;
        }
    }

    /// <summary>From outputs to probabilities: softmax where one is chosen, a logistic for each elsewhere.</summary>
    public static void Probabilities(HeadKind kind, ReadOnlySpan<float> outputs, Span<float> probabilities)
    {
        if (kind != HeadKind.Choice)
        {
            for (var i = 0; i < outputs.Length; i++)
                probabilities[i] = 1 / (1 + MathF.Exp(-outputs[i]));
            return;
        }
        var most = float.MinValue;
        foreach (var output in outputs)
            most = Math.Max(most, output);
        var total = 0f;
        for (var i = 0; i < outputs.Length; i++)
            total += probabilities[i] = MathF.Exp(outputs[i] - most);
        for (var i = 0; i < outputs.Length; i++)
            probabilities[i] /= total;
    }
}
