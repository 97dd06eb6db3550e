using System.Globalization;
using Baton.Intake;
using Baton.Policies;

namespace Baton.Cases;

/// <summary>What a person may say that a judgement should have been: label by label, in the words that the labels have. Pure.</summary>
public static class Corrections
{
    private const int MostFrustration = 100;
    private const string Frustration = "frustration";

    private static readonly Dictionary<string, Func<Policy, IEnumerable<string>>> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["category"] = _ => Words.All<Category>(),
        ["priority"] = _ => Words.All<Priority>(),
        ["complexity"] = _ => Words.All<Complexity>(),
        ["issueType"] = _ => Words.All<IssueType>(),
        ["sentiment"] = _ => Words.All<Sentiment>(),
        [Frustration] = _ => [],
        ["decision"] = _ => Words.All<EscalationKind>(),
        ["team"] = policy => policy.Teams.Keys,
    };

    /// <summary>The corrections under the labels' own names, or every one that cannot be taken and what is allowed in its place.</summary>
    public static (IReadOnlyDictionary<string, string>? Known, IReadOnlyList<FieldError> Errors) Read(IReadOnlyDictionary<string, string>? given, Policy policy)
    {
        if (given is null)
            return (null, []);
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var errors = new List<FieldError>();
        foreach (var (name, value) in given)
        {
            var word = value.Trim().ToLowerInvariant();
            if (Labels.Keys.FirstOrDefault(l => l.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } label)
                errors.Add(new FieldError($"corrections.{name}", $"is no label; the labels are {string.Join(", ", Labels.Keys)}"));
            else if (WhyNot(label, word, policy) is { } reason)
                errors.Add(new FieldError($"corrections.{label}", reason));
            else
                known[label] = word;
        }
        return (known, errors);
    }

    private static string? WhyNot(string label, string word, Policy policy)
    {
        if (label == Frustration)
        {
            return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var score) && score <= MostFrustration
                ? null
                : $"must be a whole number from 0 to {MostFrustration}";
        }
        var words = Labels[label](policy).ToList();
        return words.Contains(word) ? null : $"must be one of {string.Join(", ", words)}";
    }
}
