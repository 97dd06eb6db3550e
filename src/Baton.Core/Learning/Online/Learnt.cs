using Baton.Reasoning.Local.Models;

namespace Baton.Learning.Online;

/// <summary>
/// All that learning has come to: the fold of the lessons so far, as a case is the fold of its events. What it needs to go on is in it, so that a log cut into rounds anywhere
/// teaches the same, to the bit.
/// </summary>
internal sealed class Learnt
{
    public required Adapter Adapter { get; init; }

    /// <summary>How often each output was taught as right, and behind these how often as wrong (a yes or no).</summary>
    public int[] Taught { get; init; } = new int[2 * Heads.Outputs];

    /// <summary>The newest day that taught.</summary>
    public DateOnly Day { get; set; }

    /// <summary>By person, how far each output was moved on that day.</summary>
    public SortedDictionary<string, float[]> Spent { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Everybody who taught.</summary>
    public SortedSet<string> People { get; init; } = new(StringComparer.Ordinal);
    public int Lessons { get; set; }

    public static Learnt Nothing(LocalModel shipped) => new() { Adapter = new Adapter(shipped.Vocabulary.Features) };

    public Learnt Copy() => new()
    {
        Adapter = Adapter.Copy(),
        Taught = [.. Taught],
        Day = Day,
        Spent = new SortedDictionary<string, float[]>(Spent.ToDictionary(s => s.Key, s => (float[])s.Value.Clone(), StringComparer.Ordinal), StringComparer.Ordinal),
        People = new SortedSet<string>(People, StringComparer.Ordinal),
        Lessons = Lessons,
    };

    /// <summary>What a person has moved on a day so far; a new day begins at nothing. A day before the newest one counts as that.</summary>
    public float[] SpentBy(string person, DateOnly day)
    {
        if (day > Day)
        {
            Day = day;
            Spent.Clear();
        }
        if (!Spent.TryGetValue(person, out var spent))
            Spent.Add(person, spent = new float[Heads.Outputs]);
        return spent;
    }
}
