using System.Globalization;

namespace Baton.Policies;

/// <summary>What is wrong with a policy file, where, and how to mend it.</summary>
/// <param name="File">The file's name as the operator gave it.</param>
/// <param name="Line">Counted from 1; 0 where the file as a whole is meant.</param>
/// <param name="Key">The dotted key (<c>hardRules[2].similarity</c>); empty where the file as a whole is meant.</param>
/// <param name="Message">Goes on after the key: <c>must be a whole number from 0 to 100, not 'high'</c>.</param>
public sealed record PolicyError(string File, int Line, string Key, string Message)
{
    /// <summary>As compilers write it: <c>policy.yaml:12: hours.timeZone: …</c></summary>
    public override string ToString() =>
        $"{File}:{(Line > 0 ? Line.ToString(CultureInfo.InvariantCulture) + ":" : "")} {(Key.Length > 0 ? Key + ": " : "")}{Message}";
}

/// <summary>A policy, or why there is none: exactly one of the two.</summary>
public sealed record PolicyResult(string File, Policy? Policy, IReadOnlyList<PolicyError> Errors)
{
    /// <summary>The languages that the file lists, whatever else is wrong with it.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}
