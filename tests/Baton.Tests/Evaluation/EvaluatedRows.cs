using System.Globalization;
using Baton.Evaluation;
using Baton.Reasoning.Local;

namespace Baton.Tests.Evaluation;

/// <summary>Rows written for these tests, evaluated with the shipped model and a policy of the tests.</summary>
internal static class EvaluatedRows
{
    public static RowJudge Judge { get; } = new(new LocalReasoner(), TestPolicy.Default);

    public static async Task<FileReport> ReportAsync(params string[] lines)
    {
        var file = new FileEvaluation("rows.jsonl", Judge);
        foreach (var line in EvaluationReader.Read(new StringReader(string.Join('\n', lines)), "rows.jsonl"))
            await file.AddAsync(line.Row.ShouldNotBeNull(line.Error ?? ""), TestContext.Current.CancellationToken);
        return file.Report();
    }

    /// <summary>Texts that nobody would judge in two ways, with the labels that they have.</summary>
    public static string[] Plain { get; } =
    [
        """{"id":"r1","source":"shop","text":"I was charged twice for my order, please refund the second payment.","category":"billing","priority":"high","sentiment":"neutral","escalate":false,"frustration":20,"complaint":false}""",
        """{"id":"r2","source":"shop","text":"Where is my parcel? The tracking has not moved for a week.","category":"shipping","priority":"medium","sentiment":"neutral","escalate":false,"frustration":25,"complaint":false}""",
        """{"id":"r3","source":"app","text":"This is the worst service ever, I am furious, nobody answers, you are useless!","category":"general_inquiry","priority":"high","sentiment":"negative","escalate":true,"frustration":90,"complaint":true}""",
        """{"id":"r4","source":"app","text":"Thank you so much, the new version is wonderful and I love it!","category":"product","priority":"low","sentiment":"positive","escalate":false,"frustration":0,"complaint":false}""",
        """{"id":"r5","source":"app","text":"I want to speak to a human agent now, please.","category":"general_inquiry","priority":"medium","sentiment":"neutral","escalate":true,"frustration":35,"complaint":false}""",
        """{"id":"r6","source":"shop","text":"How do I reset my password?","category":"account","priority":"low","sentiment":"neutral","escalate":false,"frustration":5,"complaint":false}""",
    ];

    /// <summary>A row whose every text is hostile to a page.</summary>
    public static string Hostile(string category, int number) => string.Create(CultureInfo.InvariantCulture,
        $$$"""{"id":"<b>{{{number}}}","source":"</td><script>alert(2)</script>","lang":"x\u0001\u001b","subject":"<img src=x onerror=alert(3)>","text":"</style><script>alert({{{number}}})</script> & ]]> --> \u0000 \u202e gnp \ud83d\ude00 I was charged twice, refund the payment","category":"{{{category}}}"}""");
}
