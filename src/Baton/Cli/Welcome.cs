using Baton.Hosting;
using Spectre.Console;

namespace Baton.Cli;

/// <summary>What a person reads when the server is up: where it listens, and what to try.</summary>
public static class Welcome
{
    public static void Print(BatonServer server)
    {
        var url = server.Addresses.FirstOrDefault() ?? "http://localhost:5080";
        AnsiConsole.Console.MarkupLineInterpolated($"[bold]Baton listens on {url}[/]   data: {server.Options.DataDirectory}");
        // Not through the console's word wrap, which would break the commands that are to be copied.
        Console.WriteLine($"""

            Try
              curl -s {url}/v1/tickets | head -c 600
              curl -s {url}/v1/tickets -H 'Content-Type: application/json' -H 'Prefer: wait=5' \
                   -d '{"{"}"subject":"Password","description":"How do I reset my password?","customerEmail":"ann@shop.example"{"}"}'
              ls {Path.Combine(server.Options.DataDirectory, "outgoing")}          what would have been sent
              {url}/openapi/v1.json          every call
            Ctrl+C stops it; nothing is lost.
            """);
    }
}
