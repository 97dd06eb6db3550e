using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Cases;

namespace Baton.Intake;

/// <summary>A ticket in the one shape that the pipeline knows, whatever its source. Unknown fields of the source are kept in <see cref="Extra"/>.</summary>
public sealed record Ticket
{
    /// <summary>The case's id, for people and in the API.</summary>
    public required string Id { get; init; }
    public string? Subject { get; init; }

    /// <summary>The customer's first message, as it came (never redacted at rest).</summary>
    public required string Description { get; init; }
    public string? CustomerEmail { get; init; }
    public string? CustomerName { get; init; }

    /// <summary>Where the customer wrote: <c>email</c>, <c>chat</c>, <c>phone</c>, <c>web</c>, <c>api</c>, …</summary>
    public string Channel { get; init; } = "email";
    public string? CustomerId { get; init; }
    public CustomerTier CustomerTier { get; init; }

    /// <summary>Yearly value of the account, in the company's currency; null when unknown.</summary>
    public decimal? AccountValue { get; init; }

    /// <summary>Lifetime value of the customer, in the company's currency; null when unknown.</summary>
    public decimal? LifetimeValue { get; init; }
    public int? PreviousTicketCount { get; init; }
    public IReadOnlyList<string> SupportHistory { get; init; } = [];
    public IReadOnlyList<string> EscalationHistory { get; init; } = [];

    /// <summary>The ticket's id in the source system. With <see cref="Source"/> it names a duplicate.</summary>
    public string? ExternalId { get; init; }
    public string Source { get; init; } = "api";
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Mail headers where the source has them; automatic mail is told by these (RFC 3834).</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>Who wrote, for history and repeat contact: the customer id, else the mail address in lower case; null when neither is known.</summary>
    [JsonIgnore]
    public string? CustomerKey => !string.IsNullOrWhiteSpace(CustomerId) ? CustomerId : CustomerEmail?.Trim().ToLowerInvariant();
}
