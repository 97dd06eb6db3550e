namespace Baton.Hosting;

/// <summary>All that an operator sets for a server.</summary>
public sealed record ServerConfiguration(BatonOptions Options, OutboundChannels Outbound, InboundWebhooks Inbound)
{
    /// <exception cref="ConfigurationException">Something cannot be used; every fault of every part is named at once.</exception>
    public static ServerConfiguration Read(IConfiguration configuration)
    {
        var errors = new List<string>();
        var options = Part(() => BatonOptions.Read(configuration), errors);
        var outbound = Part(() => OutboundChannels.Read(configuration), errors);
        var inbound = Part(() => InboundWebhooks.Read(configuration), errors);
        return errors.Count > 0 ? throw new ConfigurationException(errors) : new ServerConfiguration(options!, outbound!, inbound!);
    }

    private static T? Part<T>(Func<T> read, List<string> errors) where T : class
    {
        try
        {
            return read();
        }
        catch (ConfigurationException exception)
        {
            errors.AddRange(exception.Errors);
            return null;
        }
    }
}
