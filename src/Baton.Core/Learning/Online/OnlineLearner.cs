using Baton.Reasoning.Local.Models;

namespace Baton.Learning.Online;

/// <summary>
/// Learns one lesson after the other: a step of gradient descent on the log loss for each (online gradient descent, Zinkevich, ICML 2003), over the telling words of the text only. The
/// words' values have length one at most, so by Cauchy and Schwarz a step moves no output of any other text further than the step is long: all bounds below hold for every text.
/// </summary>
internal static class OnlineLearner
{
    /// <summary>The most by which one lesson moves an output, in log-odds.</summary>
    public const float Step = 1;

    /// <summary>The most by which one person's lessons of one day move an output together, in log-odds: less than all people together may.</summary>
    public const float DailyBudget = 2;

    /// <summary>Adds a lesson to what was learnt.</summary>
    public static void Learn(Learnt learnt, Lesson lesson)
    {
        var outputs = lesson.Targets.Length;
        Span<float> sums = stackalloc float[outputs];
        Span<float> errors = stackalloc float[outputs];
        learnt.Adapter.Sums(lesson.Features, lesson.Values, sums);
        Errors(lesson, sums, errors);
        var square = lesson.Values.Sum(v => v * v);
        var spent = learnt.SpentBy(lesson.Person, lesson.Day);
        foreach (var head in Heads.All)
        {
            var balance = Balance(head, lesson.Targets, learnt.Taught);
            for (var o = head.First; o < head.First + head.Count; o++)
            {
                errors[o] = Within(-Step * balance * errors[o], sums[o], square, DailyBudget - spent[o]);
                spent[o] += Math.Abs(errors[o]);
            }
            Count(head, lesson.Targets, learnt.Taught);
        }
        learnt.Adapter.Add(lesson.Features, lesson.Values, errors);
        learnt.People.Add(lesson.Person);
        learnt.Lessons++;
    }

    // Probability less target, where there is a target.
    private static void Errors(Lesson lesson, ReadOnlySpan<float> sums, Span<float> errors)
    {
        Span<float> logOdds = stackalloc float[sums.Length];
        for (var o = 0; o < sums.Length; o++)
            logOdds[o] = lesson.Shipped[o] + Math.Clamp(sums[o], -Adapter.Bound, Adapter.Bound);
        errors.Clear();
        foreach (var head in Heads.All)
        {
            var targets = lesson.Targets.AsSpan(head.First, head.Count);
            if (float.IsNaN(targets[0]))
                continue;
            var error = errors.Slice(head.First, head.Count);
            Gradients.Probabilities(head.Kind, logOdds.Slice(head.First, head.Count), error);
            if (head.Count > 1 && float.IsNaN(targets[1]))
                AnyOther(error);
            else
                for (var i = 0; i < error.Length; i++)
                    error[i] -= targets[i];
        }
    }

    // Of a choice it is only known that the first label is wrong: the others share its probability in the proportion that they have.
    private static void AnyOther(Span<float> probabilities)
    {
        var first = Math.Min(probabilities[0], 1 - 1e-6f);
        for (var i = 1; i < probabilities.Length; i++)
            probabilities[i] *= -first / (1 - first);
        probabilities[0] = first;
    }

    // Rare labels weigh more than those that people name all day: by the root of the inverse share, 1 at most.
    private static float Balance(Head head, float[] targets, int[] taught)
    {
        if (head.Kind == HeadKind.Scale || float.IsNaN(targets[head.First]) || (head.Kind == HeadKind.Choice && float.IsNaN(targets[head.First + 1])))
            return 1;
        var (labels, of, all) = (head.Count, 0, 0);
        if (head.Kind == HeadKind.Choice)
        {
            var label = Array.FindIndex(targets, head.First, head.Count, t => t > 0.5f);
            (of, all) = (taught[label], taught.AsSpan(head.First, head.Count).ToArray().Sum());
        }
        else
        {
            var (yes, no) = (taught[head.First], taught[Heads.Outputs + head.First]);
            (labels, of, all) = (2, targets[head.First] > 0.5f ? yes : no, yes + no);
        }
        return Math.Min(1, MathF.Sqrt((float)(all + labels) / (labels * (of + 1))));
    }

    private static void Count(Head head, float[] targets, int[] taught)
    {
        for (var o = head.First; o < head.First + head.Count; o++)
        {
            if (head.Kind != HeadKind.Scale && !float.IsNaN(targets[o]))
                taught[targets[o] > 0.5f ? o : Heads.Outputs + o]++;
        }
    }

    // No further than the day allows, and no push on an output that is at the bound already: what could not show would have to be undone first.
    private static float Within(float step, float sum, float square, float left)
    {
        step = Math.Clamp(step, -Math.Max(0, left), Math.Max(0, left));
        var to = sum + (step * square);
        if (Math.Abs(to) <= Adapter.Bound || Math.Abs(to) <= Math.Abs(sum))
            return step;
        return Math.Abs(sum) >= Adapter.Bound ? 0 : ((MathF.Sign(to) * Adapter.Bound) - sum) / square;
    }
}
