using Baton.Cases;
using Baton.Classification;
using Baton.Escalation;
using Baton.Reasoning;
using FsCheck;
using FsCheck.Fluent;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Escalation;

/// <summary>What holds for every combination of hits, flags, labels, advice and risk.</summary>
public sealed class DecisionProperties
{
    private sealed record Situation(
        RuleKind[] Hits, ImmediateCause[] Flags, EscalationSignal[] Signals, EscalationKind Advised, string[] Reasons,
        Category Category, Priority Priority, IssueType Issue, int Risk, int Threshold, int Negative);

    private static readonly Arbitrary<Situation> Situations = (
        from hits in Some<RuleKind>()
        from flags in Some<ImmediateCause>()
        from signals in Some<EscalationSignal>()
        from advised in Gen.Elements(Enum.GetValues<EscalationKind>())
        from reasons in Gen.SubListOf(EscalationReason.ByGravity.ToArray())
        from category in Gen.Elements(Enum.GetValues<Category>())
        from priority in Gen.Elements(Enum.GetValues<Priority>())
        from issue in Gen.Elements(Enum.GetValues<IssueType>())
        from risk in Gen.Choose(0, 100)
        from threshold in Gen.Choose(50, 90)
        from negative in Gen.Choose(0, 3)
        select new Situation(hits, flags, signals, advised, [.. reasons], category, priority, issue, risk, threshold, negative)).ToArbitrary();

    [Fact]
    public void Every_decision_is_complete() => Prop.ForAll(Situations, s => IsComplete(DecisionOf(s)) && IsComplete(WithoutReasoner(s))).QuickCheckThrowOnFailure();

    [Fact]
    public void Anything_that_speaks_for_people_escalates() =>
        Prop.ForAll(Situations, s => DecisionOf(s).Escalates == (s.Hits.Length > 0 || s.Flags.Length > 0 || s.Negative >= 2 || s.Advised != EscalationKind.NoEscalation))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_gravest_reason_comes_first_and_decides_kind_and_team() =>
        Prop.ForAll(Situations, s =>
        {
            var d = DecisionOf(s);
            if (!d.Escalates)
                return true;
            var alone = Decide.ForReason(d.Reasons[0], "x", Unjudged(s), JudgedCase.Policy, JudgedCase.Opened);
            return d.Reasons.SequenceEqual(d.Reasons.OrderBy(Findings.GravityOf)) && d.Decision == alone.Decision && d.TargetTeam == alone.TargetTeam;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_in_which_reasons_were_found_changes_nothing() =>
        Prop.ForAll(Situations, s =>
        {
            var reversed = s with { Hits = [.. s.Hits.Reverse()], Flags = [.. s.Flags.Reverse()], Signals = [.. s.Signals.Reverse()], Reasons = [.. s.Reasons.Reverse()] };
            var (a, b) = (DecisionOf(s), DecisionOf(reversed));
            return a.Reasons.SequenceEqual(b.Reasons) && (a.Decision, a.Urgency, a.TargetTeam).Equals((b.Decision, b.Urgency, b.TargetTeam));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_more_hit_never_takes_an_escalation_back_nor_makes_it_less_pressing() =>
        Prop.ForAll(Situations, Gen.Elements(Enum.GetValues<RuleKind>()).ToArbitrary(), (s, kind) =>
        {
            var (before, after) = (DecisionOf(s), DecisionOf(s with { Hits = [.. s.Hits, kind] }));
            return after.Escalates && (!before.Escalates || after.Urgency <= before.Urgency && Findings.GravityOf(after.Reasons[0]) <= Findings.GravityOf(before.Reasons[0]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_flag_makes_it_immediate() => Prop.ForAll(Situations, s => s.Flags.Length == 0 || DecisionOf(s).Urgency == Urgency.Immediate).QuickCheckThrowOnFailure();

    internal static bool IsComplete(EscalationDecision d) =>
        IsText(d.TargetTeam) && IsText(d.PrimaryReason) && IsText(d.ExpectedOutcome) && IsText(d.By)
        && AreTexts(d.Reasons) && AreTexts(d.RiskFactors) && AreTexts(d.AlternativesConsidered) && AreTexts(d.HandoffRequirements)
        && d.AlsoTold.All(IsText) && !d.AlsoTold.Contains(d.TargetTeam)
        && JudgedCase.Policy.Teams.ContainsKey(d.TargetTeam)
        && d.Escalates == d.EscalateAt is not null
        && d.Confidence is null or >= 0 and <= 1 && d.SuccessProbability is null or >= 0 and <= 1;

    private static bool IsText(string s) => !string.IsNullOrWhiteSpace(s);

    private static bool AreTexts(IReadOnlyList<string> list) => list.Count > 0 && list.All(IsText);

    private static Gen<T[]> Some<T>() where T : struct, Enum =>
        Gen.Frequency((1, Gen.Constant(Array.Empty<T>())), (1, Gen.SubListOf(Enum.GetValues<T>()).Select(l => l.ToArray())));

    private static EscalationDecision DecisionOf(Situation s) => Decide.WithAdvice(CaseOf(s), AdviceOf(s), "scripted/1", s.Threshold, JudgedCase.Policy, JudgedCase.Opened);

    private static EscalationDecision WithoutReasoner(Situation s) => Decide.WithoutAdvice(CaseOf(s), JudgedCase.Policy, JudgedCase.Opened);

    private static EscalationAdvice AdviceOf(Situation s) => new() { Kind = s.Advised, Reasons = s.Reasons, Confidence = 0.7, SuccessWithoutPeople = 0.5 };

    private static TicketClassification LabelsOf(Situation s) => JudgedCase.Plain with
    {
        Category = s.Category,
        Priority = s.Priority,
        IssueType = s.Issue,
        MinutesToRespond = JudgedCase.Policy.ResponseMinutes[s.Priority],
    };

    private static Case CaseOf(Situation s) =>
        JudgedCase.Received("x")
            .Classified(LabelsOf(s) with { EscalationSignals = s.Signals }, [.. s.Hits.Select(k => new RuleHit(Words.Of(k), k, "A rule.", ["words"]))])
            .Analysed(JudgedCase.Calm with { ImmediateFlags = s.Flags }, s.Risk) with
        { NegativeStreak = s.Negative };

    // The same subject, with nothing else found: a plain case of no risk.
    private static Case Unjudged(Situation s) =>
        JudgedCase.Received("x").Classified(LabelsOf(s)).Analysed(risk: 0);
}
