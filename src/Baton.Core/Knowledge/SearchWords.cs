using System.Collections.Frozen;
using Baton.Text;

namespace Baton.Knowledge;

/// <summary>The words that search looks at: content words as stems, with words that mean the same thing in any help centre made one.</summary>
internal static class SearchWords
{
    /// <summary>The term of a word; null when it only says how people write, not what about.</summary>
    public static string? TermOf(Token token)
    {
        if (token.Stem.Length < 2 || Stop.Contains(token.Word) || Stop.Contains(token.Stem) || IsNumber(token.Word))
            return null;
        return Synonyms.GetValueOrDefault(token.Stem, token.Stem);
    }

    /// <summary>The different terms of a text, in order.</summary>
    public static IEnumerable<string> TermsOf(string text) => new TokenizedText(text).Tokens.Select(TermOf).OfType<string>().Distinct();

    /// <summary>
    /// How much of its rarity a term weighs. What people do to anything (cancel, add, change) says little about what they do it to: beside its object such a
    /// verb counts half, however few articles have it. A name out of a log or a protocol (<c>invalid_grant</c>) says it more exactly than any word, and counts double.
    /// </summary>
    public static float EmphasisOf(string term) => Actions.Contains(term) ? 0.5f : term.Contains('_', StringComparison.Ordinal) ? 2 : 1;

    /// <summary>True for words that join two thoughts of a sentence.</summary>
    public static bool Joins(Token token) => Joints.Contains(token.Word);

    // "2fa" is a word and "429" an error code, "2026" and "50" are only figures.
    private static bool IsNumber(string word)
    {
        if (word is ['4' or '5', _, _])
            return false;
        foreach (var ch in word)
        {
            if (!char.IsDigit(ch) && ch != '.')
                return false;
        }
        return true;
    }

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Joints = Set("and but because since so although though while when after before which then or however if");

    private static readonly FrozenSet<string> Stop = Set("""
        a an the of to in on at by for from with without into onto about over under between through during against
        i i'm i've i'd i'll im me my mine myself we we're we've us our ours you your yours he him his she her it it's its they them their this that these those
        is am are was were be been being isn't aren't wasn't weren't do does did don't doesn't didn't doing done dont doesnt didnt have has had haven't hasn't having
        can can't cannot cant could couldn't will won't would wouldn't shall should shouldn't may might must not no nor never
        and but or so if then than because since although though while when where why how what which who whose whom whenever there here
        as also just only even still already again ever yet too very really quite rather maybe perhaps please pls plz thanks thank hi hello hey dear regards
        all any each every both whole entire entirely complete completely few more most much many some such other another one ones own same several lot lots bit
        up out off away back down around
        help support team know tell want wants wanted need needs needed like wish hope think guess wonder wondering seem seems try tries trying tried get gets getting got gotten
        go goes going gone went come comes came let lets make makes made making take takes took give gives gave keep keeps kept put say says said ask asking asked
        possible able way ways thing things something anything nothing everything someone somebody anyone anybody everyone nobody
        now today yesterday tomorrow tonight morning afternoon evening week weeks day days month months year years hour hours minute minutes time times last next ago later soon
        first second third once monday tuesday wednesday thursday friday saturday sunday
        question questions issue issues problem problems matter trouble happen happens happened happening
        good great nice best kind kindly sorry ok okay well sure right currently actually simply basically exactly
        find see look looking show shows work works working use uses using used
        however quickly guys folks sir madam cheers sincerely btw etc
        """);

    private static readonly FrozenDictionary<string, string> Synonyms = Groups(
        "password passcode pwd passwort", "forget forgot forgotten forgetting misremember", "mislay mislaid misplace misplaced misplacing", "lose lost losing", "login log logged logging logon signin sign signing", "cancel cancellation cancelling terminate",
        "delete deletion deleting remove removal erase", "invoice receipt bill bills invoicing", "refund reimburse reimbursement refunded", "charge charged debit deducted",
        "twice double duplicate doubled duplicated", "user member colleague teammate coworker co-worker employee staff people person", "invite invitation",
        "change update modify edit switch replace alter", "notification notify alert", "reminder remind", "ship shipping shipment deliver delivery parcel package courier",
        "phone mobile smartphone iphone android cellphone", "2fa mfa", "csv spreadsheet excel xls xlsx", "webhook webhooks callback", "tax vat", "email e-mail mail",
        "subscription membership", "outage downtime unavailable", "browser chrome firefox safari", "payment pay paid paying", "price cost pricing",
        "permission right role", "locked lock blocked block", "send sent", "retry resend redeliver", "integration integrate connect connector", "sync synchronise synchronize synchronisation",
        "error fail failure failing failed", "shortcut hotkey", "workspace organisation organization", "limit quota throttle throttled throttling", "company firm");

    // By the heads of their groups.
    private static readonly FrozenSet<string> Actions = Set("""
        add allow arrange begin cancel change check choose close connect continue copy create delete disable download enable end enter extend finish fix import export
        install open order pause print receive record rename report request reset restore resume revoke rotate save send set share start stop submit transfer turn undo
        unsubscribe upload verify view write
        """).Select(word => Synonyms.GetValueOrDefault(Stemmer.Stem(word), Stemmer.Stem(word))).ToFrozenSet(StringComparer.Ordinal);

    // A group's words are written as people write them; what meets is their stems.
    private static FrozenDictionary<string, string> Groups(params string[] groups) => groups
        .Select(g => g.Split(' ').Select(Stemmer.Stem).Distinct().ToList())
        .SelectMany(stems => stems.Select(stem => (stem, head: stems[0])))
        .ToFrozenDictionary(p => p.stem, p => p.head, StringComparer.Ordinal);
}
