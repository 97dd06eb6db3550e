using System.Text;
using Baton.Connectors;

namespace Baton.Hosting;

/// <summary>A configured entrance for another system's webhook.</summary>
/// <param name="Name">The last part of its address, and the source of its tickets.</param>
/// <param name="Secret">Shared with the sender; never logged.</param>
/// <param name="Mapping">From its JSON to a ticket's.</param>
public sealed record InboundWebhook(string Name, byte[] Secret, FieldMapping Mapping);

/// <summary>The generic entrances: <c>Inbound:NAME:Secret</c> and <c>Inbound:NAME:Map:FIELD</c> for each.</summary>
public sealed class InboundWebhooks
{
    private const int ShortestSecret = 16;
    private readonly Dictionary<string, InboundWebhook> _byName;

    private InboundWebhooks(IEnumerable<InboundWebhook> webhooks) => _byName = webhooks.ToDictionary(w => w.Name, StringComparer.Ordinal);

    public InboundWebhook? Find(string name) => _byName.GetValueOrDefault(name);

    /// <exception cref="ConfigurationException">An entrance cannot be used as it is set.</exception>
    public static InboundWebhooks Read(IConfiguration configuration)
    {
        var errors = new List<string>();
        var webhooks = configuration.GetSection("Inbound").GetChildren().Select(section => Read(section, errors)).ToList();
        return errors.Count > 0 ? throw new ConfigurationException(errors) : new InboundWebhooks(webhooks.OfType<InboundWebhook>());
    }

    private static InboundWebhook? Read(IConfigurationSection section, List<string> errors)
    {
        var secret = section["Secret"] ?? "";
        if (secret.Length < ShortestSecret)
            errors.Add($"{section.Path}:Secret must have {ShortestSecret} characters at least");
        var map = section.GetSection("Map").GetChildren().Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Key, f.Value!));
        var mapping = FieldMapping.TryParse(map, out var faults);
        errors.AddRange(faults.Select(f => $"{section.Path}:Map: {f}"));
        return mapping is null ? null : new InboundWebhook(section.Key.ToLowerInvariant(), Encoding.UTF8.GetBytes(secret), mapping);
    }
}
