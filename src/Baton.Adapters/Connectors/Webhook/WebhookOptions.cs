namespace Baton.Adapters.Connectors.Webhook;

/// <summary>An address of the company's own that messages are posted to, under <c>Connectors:Webhook</c>.</summary>
public sealed record WebhookOptions
{
    private const int ShortestSecret = 16;

    /// <summary>Absolute, http or https. Only this address is ever called; redirects are not followed.</summary>
    public string Url { get; init; } = "";

    /// <summary>The key of the signature, shared with the receiver, 16 characters at least. Never logged.</summary>
    public string Secret { get; init; } = "";

    /// <summary>How long the receiver may take to answer, 1 to 600 seconds.</summary>
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>What is wrong, each beginning with the key to mend; empty when nothing is.</summary>
    public IReadOnlyList<string> Errors()
    {
        var errors = new List<string>();
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            errors.Add("Connectors:Webhook:Url must be an absolute http or https address");
        if (Secret.Length < ShortestSecret)
            errors.Add($"Connectors:Webhook:Secret must have {ShortestSecret} characters at least");
        if (TimeoutSeconds is < 1 or > 600)
            errors.Add($"Connectors:Webhook:TimeoutSeconds must be from 1 to 600, and is {TimeoutSeconds}");
        return errors;
    }

    /// <summary>Without the secret, and without what an address may carry behind its path.</summary>
    public override string ToString() => Uri.TryCreate(Url, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Path) : "(no address)";
}
