using System.Text.Json;
using Baton.Cases;
using Baton.Connectors;

namespace Baton.Acceptance.Crash;

/// <summary>What is in the folders of the file channels: the names of the messages that really left.</summary>
internal sealed class Delivered(string data)
{
    private readonly Dictionary<(ChannelKind Channel, string MessageId), int> _files = Read(data);

    public IEnumerable<string> MessageIds => _files.Keys.Select(k => k.MessageId);

    public int Copies(OutgoingMessage message) => _files.GetValueOrDefault((message.Channel, message.Id));

    private static Dictionary<(ChannelKind, string), int> Read(string data) =>
        Files(data, "mail", ".eml", ChannelKind.Mail).Concat(Files(data, "chat", ".json", ChannelKind.Chat)).Concat(Files(data, "helpdesk", ".json", ChannelKind.HelpDesk))
            .GroupBy(f => f).ToDictionary(g => g.Key, g => g.Count());

    // What a kill left half-written bears another extension, and counts as not delivered.
    private static IEnumerable<(ChannelKind, string)> Files(string data, string folder, string extension, ChannelKind channel)
    {
        var path = Path.Combine(data, "outgoing", folder);
        foreach (var file in Directory.Exists(path) ? Directory.GetFiles(path, $"*{extension}", SearchOption.AllDirectories) : [])
        {
            var id = Path.GetFileNameWithoutExtension(file);
            IsWhole(file, id).ShouldBeTrue($"{file} is not the whole message");
            yield return (channel, id);
        }
    }

    private static bool IsWhole(string file, string id)
    {
        if (Path.GetExtension(file) == ".eml")
            return File.ReadAllText(file).Contains(id, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.GetProperty("id").GetString() == id;
    }
}
