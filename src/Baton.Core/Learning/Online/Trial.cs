using Baton.Policies;
using Baton.Reasoning.Local.Models;

namespace Baton.Learning.Online;

/// <summary>How a challenger did beside the champion on held-back cases.</summary>
/// <param name="Cases">Held-back cases that both judged.</param>
/// <param name="Better">Cases that the challenger judges more as people said.</param>
/// <param name="Worse">Cases that it judges less so.</param>
/// <param name="Chance">How likely that many better ones are if neither is better (sign test, one-sided), 0 to 1.</param>
/// <param name="Named">Labels that people named in them.</param>
/// <param name="ChampionRight">How many of these the champion gets right.</param>
/// <param name="ChallengerRight">How many the challenger gets right.</param>
/// <param name="ChampionMissed">Escalations that people called needed and that the champion would not make.</param>
/// <param name="ChallengerMissed">The same of the challenger.</param>
/// <param name="ChampionLoss">Mean log loss a case on what people named; lower is better.</param>
/// <param name="ChallengerLoss">The same of the challenger.</param>
/// <param name="WithoutAnyone">The least lead, better less worse cases, that is left when one person's cases are taken away; null where one person gave all feedback.</param>
public sealed record TrialFigures(
    int Cases, int Better, int Worse, double Chance, int Named, int ChampionRight, int ChallengerRight, int ChampionMissed, int ChallengerMissed, double ChampionLoss, double ChallengerLoss, int? WithoutAnyone);

/// <summary>The contest on held-back feedback: each case has one vote, for whoever judges it more as people said. Pure.</summary>
internal static class Trial
{
    // Looked at again and again while feedback comes in, so more is asked than the usual 5 %: six better cases and none worse are the least that will do.
    private const double MostChance = 0.02;

    // Points of frustration by which one must be nearer to count as better.
    private const int Nearer = 5;

    public static TrialFigures Run(IReadOnlyList<Feedback> heldBack, LocalModel champion, LocalModel challenger, Policy policy)
    {
        var votes = heldBack.Select(f => Vote.Of(f, Opinion.Of(f, champion, policy), Opinion.Of(f, challenger, policy))).ToList();
        var (better, worse) = (votes.Count(v => v.Lead > 0), votes.Count(v => v.Lead < 0));
        return new TrialFigures(
            votes.Count, better, worse, Statistics.SignTest(better, worse), votes.Sum(v => v.Named), votes.Sum(v => v.ChampionRight), votes.Sum(v => v.ChallengerRight),
            votes.Count(v => v.ChampionMissed), votes.Count(v => v.ChallengerMissed), Mean(votes.Select(v => v.ChampionLoss)), Mean(votes.Select(v => v.ChallengerLoss)), WithoutAnyone(votes));
    }

    /// <summary>Why the challenger does not serve; null when it won.</summary>
    public static string? WhyNot(TrialFigures f) =>
        f.Chance >= MostChance ? $"of {f.Cases} held-back cases it judges {f.Better} better and {f.Worse} worse, which may be chance ({f.Chance:0.000}; below {MostChance} is asked)"
        : f.WithoutAnyone < -1 ? "it wins by the feedback of one person, and loses on that of the others"
        : f.ChallengerMissed > f.ChampionMissed ? $"it would miss {f.ChallengerMissed} escalations that people called needed, {f.ChampionMissed} are missed now"
        : f.ChallengerLoss > f.ChampionLoss ? "its confidences fit what people said less well than they do now"
        : null;

    private static double Mean(IEnumerable<double?> losses) => losses.Where(l => l is not null).DefaultIfEmpty(0).Average() ?? 0;

    // Nobody carries a trial alone where others have a say; one odd case of theirs does not stop it.
    private static int? WithoutAnyone(List<Vote> votes)
    {
        var people = votes.Select(v => v.Person).Distinct().ToList();
        return people.Count < 2 ? null : people.Min(p => votes.Where(v => v.Person != p).Sum(v => Math.Sign(v.Lead)));
    }

    private sealed record Vote(string Person, int Lead, int Named, int ChampionRight, int ChallengerRight, bool ChampionMissed, bool ChallengerMissed, double? ChampionLoss, double? ChallengerLoss)
    {
        public static Vote Of(Feedback f, Opinion champion, Opinion challenger)
        {
            var (named, before) = Right(champion.Labels, f.Said);
            var (_, after) = Right(challenger.Labels, f.Said);
            var left = Right(challenger.Labels, f.Left).Right - Right(champion.Labels, f.Left).Right;
            return new Vote(
                f.Person, after - before + left + Frustration(f.Said, champion.Labels, challenger.Labels), named, before, after,
                f.Said.Escalate is true && champion.Labels.Escalate is false, f.Said.Escalate is true && challenger.Labels.Escalate is false,
                champion.LogLoss(f.Said), challenger.LogLoss(f.Said));
        }

        private static (int Named, int Right) Right(LabelledTicket judged, LabelledTicket meant)
        {
            bool?[] labels =
            [
                Same(judged.Category, meant.Category), Same(judged.Priority, meant.Priority), Same(judged.Complexity, meant.Complexity), Same(judged.IssueType, meant.IssueType),
                Same(judged.Sentiment, meant.Sentiment), Same(judged.Escalate, meant.Escalate),
            ];
            return (labels.Count(l => l is not null), labels.Count(l => l is true));
        }

        private static bool? Same<T>(T? judged, T? meant) where T : struct => meant is null ? null : judged.Equals(meant);

        private static int Frustration(LabelledTicket said, LabelledTicket champion, LabelledTicket challenger)
        {
            if (said.Frustration is not { } meant || champion.Frustration is not { } before || challenger.Frustration is not { } after)
                return 0;
            var nearer = Math.Abs(before - meant) - Math.Abs(after - meant);
            return Math.Abs(nearer) < Nearer ? 0 : Math.Sign(nearer);
        }
    }
}
