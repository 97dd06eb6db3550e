using Baton.Adapters.Connectors;
using Baton.Adapters.Connectors.Files;
using Baton.Adapters.Connectors.Smtp;
using Baton.Adapters.Connectors.Webhook;
using Baton.Connectors;

namespace Baton.Hosting;

/// <summary>The ways out: SMTP where <c>Connectors:Smtp</c> is set, the signed webhook for chat and help desk where <c>Connectors:Webhook</c> is, files for whatever is left.</summary>
public sealed class OutboundChannels
{
    private readonly SmtpOptions? _smtp;
    private readonly WebhookOptions? _webhook;
    private readonly MailSender _from;

    private OutboundChannels(SettingsReader settings)
    {
        _smtp = Smtp(settings);
        _webhook = Webhook(settings);
        _from = new MailSender(settings.Text("Connectors:Smtp:From") ?? "support@baton.local", settings.Text("Connectors:Smtp:FromName") ?? "Support");
    }

    /// <exception cref="ConfigurationException">A connector's settings cannot be used.</exception>
    public static OutboundChannels Read(IConfiguration configuration)
    {
        var settings = new SettingsReader(configuration);
        var channels = new OutboundChannels(settings);
        settings.ThrowIfWrong();
        return channels;
    }

    public Channels Create(BatonOptions options, TimeProvider time)
    {
        var hook = _webhook is null ? null : new SignedWebhookChannel(_webhook, time);
        return new Channels(
            _smtp is null ? new FileMailChannel(options.DataDirectory, _from, time) : new SmtpMailChannel(_smtp, time),
            hook is null ? new FileChatChannel(options.DataDirectory) : hook,
            hook is null ? new FileHelpDesk(options.DataDirectory) : hook);
    }

    private static SmtpOptions? Smtp(SettingsReader settings)
    {
        if (settings.Text("Connectors:Smtp:Host") is not { } host)
            return null;
        var options = new SmtpOptions
        {
            Host = host,
            Port = settings.Whole("Connectors:Smtp:Port", 587, 1, 65_535),
            Security = settings.OneOf("Connectors:Smtp:Security", "starttls", "none", "starttls", "tls") switch
            {
                "none" => SmtpSecurity.None,
                "tls" => SmtpSecurity.Tls,
                _ => SmtpSecurity.StartTls,
            },
            User = settings.Text("Connectors:Smtp:User"),
            Password = settings.Text("Connectors:Smtp:Password"),
            From = settings.Text("Connectors:Smtp:From") ?? "",
            FromName = settings.Text("Connectors:Smtp:FromName"),
            TimeoutSeconds = settings.Whole("Connectors:Smtp:TimeoutSeconds", 30, 1, 600),
        };
        settings.Add(options.Errors());
        return options;
    }

    private static WebhookOptions? Webhook(SettingsReader settings)
    {
        if (settings.Text("Connectors:Webhook:Url") is not { } url)
            return null;
        var options = new WebhookOptions
        {
            Url = url,
            Secret = settings.Text("Connectors:Webhook:Secret") ?? "",
            TimeoutSeconds = settings.Whole("Connectors:Webhook:TimeoutSeconds", 10, 1, 600),
        };
        settings.Add(options.Errors());
        return options;
    }
}
