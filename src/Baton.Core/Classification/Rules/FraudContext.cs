using System.Collections.Frozen;
using Baton.Text;

namespace Baton.Classification.Rules;

/// <summary>A fraud word is a report unless it is denied, names a feature, or is part of another term (<c>not my account manager's fault</c>).</summary>
internal static class FraudContext
{
    public static bool Reports(Sentence s, PhraseMatch<bool> m) =>
        !Mention.IsOnlyOne(s, m) && !Mention.IsDenied(s, m) && !s.Has(m.End, m.End + 1, Compounds);

    private static readonly FrozenSet<string> Compounds = Sentence.Stems("manager managers rep representative executive settings type tier team's page");
}
