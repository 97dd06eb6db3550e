using Baton.Distribution;
using Baton.Learning.Online;

namespace Baton.Hosting;

/// <summary>Runs the engine's loops while the server lives. When it stops, each finishes or releases what it has in hand.</summary>
public sealed class EngineService(RunnerPool runners, OutboxDispatcher outbox, TimerService timers, Watchdog watchdog, LocalLearning learning) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Task.Run(() => runners.RunAsync(stoppingToken), CancellationToken.None),
        Task.Run(() => outbox.RunAsync(stoppingToken), CancellationToken.None),
        Task.Run(() => timers.RunAsync(stoppingToken), CancellationToken.None),
        Task.Run(() => watchdog.RunAsync(stoppingToken), CancellationToken.None),
        Task.Run(() => learning.RunAsync(stoppingToken), CancellationToken.None));
}
