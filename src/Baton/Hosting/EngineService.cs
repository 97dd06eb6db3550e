using Baton.Distribution;

namespace Baton.Hosting;

/// <summary>Runs the engine's loops while the server lives. When it stops, each finishes or releases what it has in hand.</summary>
public sealed class EngineService(RunnerPool runners, OutboxDispatcher outbox, TimerService timers, Watchdog watchdog) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Task.Run(() => runners.RunAsync(stoppingToken), CancellationToken.None),
        Task.Run(() => outbox.RunAsync(stoppingToken), CancellationToken.None),
        Task.Run(() => timers.RunAsync(stoppingToken), CancellationToken.None),
        Task.Run(() => watchdog.RunAsync(stoppingToken), CancellationToken.None));
}
