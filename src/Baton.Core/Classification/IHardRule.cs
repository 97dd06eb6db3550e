using Baton.Cases;
using Baton.Text;

namespace Baton.Classification;

/// <summary>One rule of policy that sends a case to people without asking a model. Pure; compiled once per policy.</summary>
public interface IHardRule
{
    /// <summary>Its name in policy.</summary>
    string Id { get; }

    /// <summary>The hit with the words or facts it rests on; null when the rule does not match.</summary>
    /// <param name="c">The case, for rules about facts.</param>
    /// <param name="words">What the customer says this turn, for rules about words.</param>
    RuleHit? Evaluate(Case c, TokenizedText words);
}
