using System.Collections.Frozen;
using Baton.Text;

namespace Baton.Reasoning.Local;

/// <summary>Which of seven languages a text is in, by its commonest words and the letters that only it has. Says nothing when unsure.</summary>
internal static class LanguageGuess
{
    private const int WordsRead = 400;

    /// <summary>ISO 639-1 code of en, de, fr, es, it, nl or pt; null when it cannot be told.</summary>
    public static string? Of(TokenizedText text)
    {
        Span<double> scores = stackalloc double[Languages.Length];
        var count = Math.Min(text.Tokens.Count, WordsRead);
        var foreign = 0;
        for (var i = 0; i < count; i++)
        {
            var token = text.Tokens[i];
            if (Common.TryGetValue(token.Word, out var of))
            {
                foreach (var language in of)
                    scores[language] += 1.0 / of.Length;
            }
            foreign += text.Text[token.Start] > '\u024F' ? 1 : 0;
        }
        // A text mostly of another script is in none of these languages.
        if (foreign * 2 > count)
            return null;
        AddLetters(text.Text.AsSpan(0, Math.Min(text.Text.Length, 4000)), scores);
        return Pick(scores, count);
    }

    private static string? Pick(ReadOnlySpan<double> scores, int words)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            best = scores[i] > scores[best] ? i : best;
        var second = 0.0;
        for (var i = 0; i < scores.Length; i++)
            second = i != best ? Math.Max(second, scores[i]) : second;
        var enough = Math.Max(1, 0.08 * words);
        return scores[best] >= enough && scores[best] >= 1.25 * second ? Languages[best] : null;
    }

    private static void AddLetters(ReadOnlySpan<char> text, Span<double> scores)
    {
        if (!text.ContainsAnyExceptInRange('\0', '\u007F'))
            return;
        foreach (var ch in text)
        {
            var language = ch switch { 'ß' or 'ä' or 'ö' or 'ü' or 'Ü' or 'Ä' or 'Ö' => 1, 'ê' or 'œ' or 'û' or 'î' or 'ë' or 'ù' => 2, 'ñ' or '¿' or '¡' => 3, 'ì' or 'ò' => 4, 'ã' or 'õ' => 6, _ => 0 };
            if (language > 0)
                scores[language] += 0.5;
        }
    }

    private static readonly string[] Languages = ["en", "de", "fr", "es", "it", "nl", "pt"];

    // The commonest words of each, accents cut as the tokenizer cuts them; a word of several languages counts for each in part.
    private static readonly FrozenDictionary<string, int[]> Common = Build(
        "the and is are was were to of in for on with you your i my we our it this that have has not can could would please hi hello help how what when where why do does did be been an at from but they there thanks thank need want me if or as get will just any am i'm don't can't it's order account love great good work works",
        "der die das und ist sind war ich wir sie ihr mein meine meinen unser nicht kein keine mit von zu auf fur den dem des ein eine einen einem im bei wie was wann warum wo haben habe hat kann konnen bitte danke hallo guten tag aber oder wenn auch noch schon seit uber nach werden wird es an als sehr mir mich uns ihnen ihre bestellung rechnung konto passwort hilfe geehrte grusse",
        "le la les un une des et est sont je nous vous mon ma mes notre votre ne pas que qui dans pour avec sur au aux du de ce cette ces bonjour merci s'il plait comment pourquoi quand ou j'ai c'est n'est suis avez avons peut mais plus tres bien depuis ete ete fait faire commande compte facture mot passe aide",
        "el la los las un una y es son yo nosotros mi mis su sus no que en para con por de del al este esta hola gracias favor como cuando donde porque he ha han tengo puedo quiero pero mas muy bien desde ya me se lo les cuenta pedido factura contrasena ayuda usted ustedes necesito buenos dias",
        "il lo la i gli le un una e sono io noi mio mia mie nostro non che in per con su di del della dei delle al questo questa ciao grazie favore come quando dove perche ho ha hanno posso vorrei ma piu molto bene da mi si ordine conto fattura aiuto buongiorno buonasera salve sul nel nella anche ancora",
        "de het een en is zijn ik wij we mijn ons onze niet geen met van te op voor in bij hoe wat wanneer waarom waar heb heeft hebben kan kunnen graag dank bedankt hallo maar of als ook nog sinds naar worden wordt er aan mij jullie uw bestelling rekening wachtwoord factuur hulp goedemorgen dit dat deze die zou geachte",
        "o a os as um uma e sao eu nos meu minha meus nosso nao que em para com por de do da dos das no na este esta isso ola obrigado obrigada como quando onde porque tenho posso quero mas mais muito bem desde ja me se pedido conta fatura senha ajuda voce voces preciso bom dia foi estou ao");

    private static FrozenDictionary<string, int[]> Build(params string[] lists) =>
        lists.SelectMany((list, language) => list.Split(' ').Distinct().Select(word => (word, language)))
            .GroupBy(p => p.word, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Select(p => p.language).ToArray(), StringComparer.Ordinal);
}
