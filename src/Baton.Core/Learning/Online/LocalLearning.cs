using Baton.Cases;
using Baton.Policies;
using Microsoft.Extensions.Logging;

namespace Baton.Learning.Online;

/// <summary>
/// Learns from people's verdicts in the background. Level-triggered: what is new is what the log has behind the checkpoint that serves, so a kill at any moment loses nothing and
/// teaches nothing twice. A challenger is the champion with the new lessons; it serves only after it has won on held-back cases and lost nothing on the tickets that ship with Baton.
/// </summary>
public sealed partial class LocalLearning(
    ICaseStore store, LocalModels models, CheckpointFolder folder, IPolicySource policies, TimeProvider time, ILogger<LocalLearning> logger)
{
    /// <summary>New lessons that are worth a trial.</summary>
    public const int FewestLessons = 5;

    // A challenger that has learnt so much and still does not win is given up, so that what spoilt it does not stand in the way for ever, nor the cost of a round grow.
    private const int MostLessons = 512;

    // The newest held-back cases that a trial looks at.
    private const int MostHeldBack = 400;
    private const int Page = 1_000;

    // Learning takes a tenth of one core at most: it rests ten times as long as it worked.
    private const int RestPerWork = 10;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private (long Position, Serving Serving)? _tried;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            try
            {
                await LearnAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreUnavailableException exception)
            {
                LogWaits(exception.Message);
            }
            catch (InvalidDataException)
            {
                // Which model serves cannot be told; the models have said so.
            }
            catch (Exception exception)
            {
                // Tickets go on without learning; it is tried again, and the log says so each time.
                LogFailed(exception);
            }
            var rest = time.GetElapsedTime(began) * RestPerWork;
            await Task.Delay(rest > LookEvery ? rest : LookEvery, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Learns what is new and tries it; null when there is nothing new, or a person holds the model.</summary>
    public async Task<TrialReport?> LearnAsync(CancellationToken cancellationToken)
    {
        models.Look();
        var serving = folder.ReadServing();
        if (serving.Pinned || !await IsAnythingNewAsync(serving, cancellationToken))
            return null;
        var verdicts = await VerdictsAsync(cancellationToken);
        var challenger = await TeachAsync(serving, verdicts, cancellationToken);
        var report = await TryAsync(challenger, serving, verdicts, cancellationToken);
        _tried = (verdicts[^1].Position, folder.ReadServing());
        folder.WriteTrial(report);
        LogTried(report.NewLessons, report.Because);
        return report;
    }

    private async Task<bool> IsAnythingNewAsync(Serving serving, CancellationToken cancellationToken)
    {
        var seen = _tried is { } tried && serving.IsStill(tried.Serving) ? tried.Position : 0;
        return (await store.FindVerdictsAsync(seen, 1, cancellationToken)).Count > 0;
    }

    /// <summary>The champion with what was said since.</summary>
    private sealed record Challenger(Checkpoint? Champion, Learnt Learnt, int NewLessons, long LearntTo, DateTimeOffset NewestAt);

    private async Task<Challenger> TeachAsync(Serving serving, List<LoggedVerdict> verdicts, CancellationToken cancellationToken)
    {
        var champion = models.Champion;
        var learnt = champion?.Learnt.Copy() ?? Learnt.Nothing(folder.Base.Model);
        var (known, newest) = (learnt.Lessons, serving.LearnsFrom ?? default);
        foreach (var verdict in verdicts.Where(v => v.Position > (champion?.Info.LearntTo ?? 0) && !Feedback.IsHeldBack(v.CaseId)))
        {
            if (await FeedbackAsync(verdict, serving, cancellationToken) is not { } feedback || Lesson.Of(feedback, folder.Base.Model) is not { } lesson)
                continue;
            OnlineLearner.Learn(learnt, lesson);
            newest = feedback.At > newest ? feedback.At : newest;
        }
        return new Challenger(champion, learnt, learnt.Lessons - known, verdicts[^1].Position, newest);
    }

    private async Task<TrialReport> TryAsync(Challenger challenger, Serving serving, List<LoggedVerdict> verdicts, CancellationToken cancellationToken)
    {
        var report = new TrialReport(time.GetUtcNow(), models.Name, challenger.NewLessons, null, null, "");
        if (challenger.NewLessons < FewestLessons)
            return report with { Because = $"{challenger.NewLessons} new lessons; a trial takes place from {FewestLessons} on" };
        var heldBack = await HeldBackAsync(serving, verdicts, cancellationToken);
        var model = folder.Base.Model.With(challenger.Learnt.Adapter, $"{folder.Base.Name}+challenger");
        var figures = Trial.Run(heldBack, models.ModelOf(challenger.Champion), model, policies.Current);
        if ((Trial.WhyNot(figures) ?? ShippedFigures.Loss(folder.Base.Model, model)) is not { } reason)
            return Promote(challenger, serving, report with { Figures = figures }, figures);
        if (challenger.NewLessons >= MostLessons && folder.TryChange(now => now.IsStill(serving) ? now.SetAside(challenger.NewestAt, time.GetUtcNow()) : null))
            reason += $"; after {challenger.NewLessons} lessons it is given up, and learning begins anew with what people say from now on";
        return report with { Figures = figures, Because = reason };
    }

    private TrialReport Promote(Challenger challenger, Serving serving, TrialReport report, TrialFigures figures)
    {
        var parent = challenger.Champion?.Info.Id ?? Serving.Shipped;
        var info = new CheckpointInfo
        {
            Id = CheckpointFile.IdOf(challenger.Learnt, folder.Base.Hash, parent, challenger.LearntTo),
            Number = folder.NextNumber(),
            Parent = parent,
            Basis = folder.Base.Name,
            BasisHash = folder.Base.Hash,
            MadeAt = time.GetUtcNow(),
            LearntTo = challenger.LearntTo,
            Lessons = challenger.Learnt.Lessons,
            People = challenger.Learnt.People.Count,
            Words = challenger.Learnt.Adapter.Count,
            Trial = figures,
        };
        folder.Save(new Checkpoint(info, challenger.Learnt));
        // A person who chose another model meanwhile was first.
        if (!folder.TryChange(now => now.IsStill(serving) ? now.Promote(info.Id, time.GetUtcNow()) : null))
            return report with { Because = "it won, but somebody changed what serves meanwhile" };
        folder.Prune(folder.ReadServing());
        models.Look();
        return report with { Promoted = info.Id, Because = $"of {figures.Cases} held-back cases it judges {figures.Better} better and {figures.Worse} worse; {info.Name} serves from now on" };
    }

    private async Task<List<LoggedVerdict>> VerdictsAsync(CancellationToken cancellationToken)
    {
        var all = new List<LoggedVerdict>();
        while (true)
        {
            var page = await store.FindVerdictsAsync(all.Count == 0 ? 0 : all[^1].Position, Page, cancellationToken);
            all.AddRange(page);
            if (page.Count < Page)
                return all;
        }
    }

    private async Task<List<Feedback>> HeldBackAsync(Serving serving, List<LoggedVerdict> verdicts, CancellationToken cancellationToken)
    {
        var cases = verdicts.Where(v => Feedback.IsHeldBack(v.CaseId)).GroupBy(v => v.CaseId).OrderByDescending(g => g.Last().Position).Take(MostHeldBack);
        var heldBack = new List<Feedback>();
        foreach (var one in cases)
        {
            var said = new List<Feedback>();
            foreach (var verdict in one)
            {
                if (await FeedbackAsync(verdict, serving, cancellationToken) is { } feedback)
                    said.Add(feedback);
            }
            if (said.Count > 0)
                heldBack.Add(Feedback.Together(said));
        }
        return heldBack;
    }

    // What was set aside says nothing any more, neither to learning nor to a trial.
    private async Task<Feedback?> FeedbackAsync(LoggedVerdict verdict, Serving serving, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var events = await store.ReadEventsAsync(verdict.CaseId, 0, cancellationToken);
        return events is not null && Feedback.Of(verdict, events) is { } feedback && !(feedback.At <= serving.LearnsFrom) ? feedback : null;
    }

    [LoggerMessage(1411, LogLevel.Information, "Learning tried {NewLessons} new lessons: {Because}")]
    private partial void LogTried(int newLessons, string because);

    [LoggerMessage(1412, LogLevel.Warning, "Learning waits for the store: {Reason}")]
    private partial void LogWaits(string reason);

    [LoggerMessage(1413, LogLevel.Error, "Learning failed; it is tried again, and nothing else waits for it")]
    private partial void LogFailed(Exception exception);
}
