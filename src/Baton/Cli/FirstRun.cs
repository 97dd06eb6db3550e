using System.Text.Json;
using Baton.Distribution;
using Baton.Hosting;
using Baton.Intake;
using Spectre.Console;

namespace Baton.Cli;

/// <summary>On a new data directory: feeds the sample tickets to the running engine and shows, live, what becomes of each and why.</summary>
public static class FirstRun
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    public static async Task ShowAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var waiting = services.GetRequiredService<CaseWaiting>();
        var console = AnsiConsole.Console;
        console.MarkupLine("[bold]A new data directory: here are sample tickets, going through all eight steps.[/]");
        var table = CaseTable.Create();
        async Task FeedAsync(Action refresh)
        {
            foreach (var ticket in Samples(services))
            {
                if ((await waiting.OpenAsync(ticket, idempotencyKey: null, LongestWait, cancellationToken)).Case is not { } c)
                    continue;
                CaseTable.Add(table, c);
                refresh();
            }
        }
        if (console.Profile.Out.IsTerminal)
        {
            await console.Live(table).StartAsync(live => FeedAsync(live.Refresh));
            return;
        }
        await FeedAsync(() => { });
        console.Write(table);
    }

    private static IEnumerable<Ticket> Samples(IServiceProvider services)
    {
        var (ids, now) = (services.GetRequiredService<TicketIds>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        foreach (var line in EmbeddedDefaults.SampleTickets())
        {
            using var document = JsonDocument.Parse(line);
            if (TicketReader.Read(document.RootElement, now, ids.Next, "sample").Ticket is { } ticket)
                yield return ticket;
        }
    }
}
