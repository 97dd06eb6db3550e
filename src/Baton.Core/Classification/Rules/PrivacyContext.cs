using System.Collections.Frozen;
using Baton.Text;

namespace Baton.Classification.Rules;

/// <summary>A data-protection word is a demand unless it is only mentioned, or is about the rights of the customer's own customers.</summary>
internal static class PrivacyContext
{
    public static bool Demands(Sentence s, PhraseMatch<bool> m) => !Mention.IsOnlyOne(s, m) && !s.Has(s.First, s.End, TheirCustomers);

    private static readonly FrozenSet<string> TheirCustomers = Sentence.Stems("customers users clients subscribers visitors members");
}
