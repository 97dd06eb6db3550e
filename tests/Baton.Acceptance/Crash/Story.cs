using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Acceptance.Crash;

/// <summary>A ticket of a customer of its own, and what that customer and the company's people do to it afterwards.</summary>
internal sealed class Story(int number, JsonObject ticket)
{
    private const string Person = "kim@northwind.example";

    public string Key => $"key-{number}";

    /// <summary>The ticket's id as each acknowledgement gave it.</summary>
    public List<string> TicketIds { get; } = [];

    /// <summary>Customer messages that were acknowledged.</summary>
    public List<string> MessageIds { get; } = [];

    /// <summary>Texts that a person sent and that were acknowledged.</summary>
    public List<string> PersonReplies { get; } = [];

    /// <summary>Half of the tickets, or of their copies, come twice: by a sender who heard nothing and asked somebody else to send it too.</summary>
    private bool SentTwice => number % 4 == 0;

    /// <summary>Plays it to its end.</summary>
    public async Task PlayAsync(RetryingClient client, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, SentTwice ? 2 : 1).Select(_ => client.PostAsync("/v1/tickets", ticket, Key, null, cancellationToken)));
        foreach (var answer in answers)
        {
            answer.Done.ShouldBeTrue($"{Key}: {answer}");
            TicketIds.Add(answer.Body.GetProperty("ticketId").GetString()!);
        }
        var path = $"/v1/tickets/{TicketIds[0]}";
        if (number % 3 == 0)
            await WriteAgainAsync(client, path, number % 2 == 0 ? "It still does not work, what else can I try?" : "Thank you, that solved it!", cancellationToken);
        if (number % 5 == 0)
            await TakeAsync(client, path, cancellationToken);
        if (number % 6 == 0)
            await WriteAgainAsync(client, path, "Are there any news on this?", cancellationToken);
    }

    // A burst: one message, the same one again, and another behind it.
    private async Task WriteAgainAsync(RetryingClient client, string path, string text, CancellationToken cancellationToken)
    {
        var first = $"m-{number}-{MessageIds.Count + 1}";
        var second = $"m-{number}-{MessageIds.Count + 2}";
        await Task.WhenAll(Send(first, text), Send(first, text), Send(second, "And please answer by mail."));
        MessageIds.AddRange([first, second]);

        async Task Send(string id, string words) =>
            (await client.PostAsync($"{path}/messages", new JsonObject { ["id"] = id, ["text"] = words }, null, null, cancellationToken)).Done.ShouldBeTrue();
    }

    // One in two looks at the case before taking it, the other takes whatever is there, in the midst of the agent's work.
    private async Task TakeAsync(RetryingClient client, string path, CancellationToken cancellationToken)
    {
        if (number % 2 == 0)
            await RestAsync(client, path, cancellationToken);
        if (!await Do("claim", []))
            return;
        await ReplyAsync(client, path, cancellationToken);
        switch (number / 5 % 4)
        {
            case 0:
                await Do("resolve", new JsonObject { ["note"] = "done by hand" });
                break;
            case 1:
                await Do("return", new JsonObject { ["note"] = "yours again" });
                break;
            case 2:
                await Do("release", []);
                break;
            default:
                break;
        }

        // A refusal is an answer too: an answer that was lost may have done it, and the repeat then finds it done, or no longer possible.
        async Task<bool> Do(string what, JsonObject body)
        {
            body["by"] = Person;
            var answer = await client.PostAsync($"{path}/{what}", body, null, null, cancellationToken);
            answer.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Conflict);
            return answer.Done;
        }
    }

    private async Task ReplyAsync(RetryingClient client, string path, CancellationToken cancellationToken)
    {
        var text = $"Hello, Kim here. I have looked at number {number} and mended it.";
        var reply = new JsonObject { ["by"] = Person, ["text"] = text };
        (await client.PostAsync($"{path}/reply", reply, null, AlreadySaid, cancellationToken)).Done.ShouldBeTrue();
        PersonReplies.Add(text);

        async Task<Answer?> AlreadySaid()
        {
            var seen = await client.GetAsync(path, cancellationToken);
            return seen.Body.GetProperty("messages").EnumerateArray().Any(m => m.GetProperty("text").GetString() == text) ? seen : null;
        }
    }

    private static async Task RestAsync(RetryingClient client, string path, CancellationToken cancellationToken)
    {
        JsonElement seen;
        do
            seen = (await client.GetAsync(path, cancellationToken)).Body;
        while (seen.GetProperty("performance").ValueKind == JsonValueKind.Null);
    }
}
