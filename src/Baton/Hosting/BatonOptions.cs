using Baton.Distribution;

namespace Baton.Hosting;

/// <summary>What an operator sets, from <c>appsettings.json</c>, the environment (<c>BATON__Data__Directory</c> or <c>Data__Directory</c>) and the command line.</summary>
public sealed record BatonOptions
{
    /// <summary><c>Data:Directory</c>: where cases and outgoing files are kept.</summary>
    public required string DataDirectory { get; init; }

    /// <summary><c>Policy:Path</c>: the policy file; null uses the embedded default.</summary>
    public string? PolicyPath { get; init; }

    /// <summary><c>Knowledge:Path</c>: the folder of articles; null uses the embedded samples.</summary>
    public string? KnowledgePath { get; init; }

    /// <summary><c>Reasoning:Local:Model</c>: the local reasoner's model, as <c>baton train</c> writes it; null uses the one that ships.</summary>
    public string? ModelPath { get; init; }

    /// <summary><c>Api:MaxRequestBytes</c>: larger requests get 413. 1 KB to 100 MB.</summary>
    public required int MaxRequestBytes { get; init; }

    public required NodeOptions Node { get; init; }

    /// <summary>Reads and checks the configuration; every fault is named with its key.</summary>
    public static BatonOptions Read(IConfiguration configuration)
    {
        var settings = new SettingsReader(configuration);
        settings.OneOf("Storage:Provider", "sqlite", "sqlite");
        settings.OneOf("Queue:Provider", "inprocess", "inprocess");
        var options = new BatonOptions
        {
            DataDirectory = Path.GetFullPath(settings.Text("Data:Directory") ?? "data"),
            PolicyPath = settings.Text("Policy:Path"),
            KnowledgePath = settings.Text("Knowledge:Path"),
            ModelPath = settings.Text("Reasoning:Local:Model"),
            MaxRequestBytes = settings.Whole("Api:MaxRequestBytes", 2_000_000, 1_000, 100_000_000),
            Node = new NodeOptions
            {
                Name = $"{Environment.MachineName}-{Guid.CreateVersion7():N}",
                Concurrency = settings.Whole("Runner:Concurrency", 64, 1, 1_024),
                SnapshotEvery = settings.Whole("Storage:SnapshotEvery", 100, 1, 10_000),
            },
        };
        settings.ThrowIfWrong();
        return options;
    }
}

/// <summary>The configuration cannot be used; each line names a key and how to mend it.</summary>
public sealed class ConfigurationException(IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<string> Errors => errors;
}

/// <summary>Reads settings with their ranges and collects what is wrong.</summary>
public sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _errors = [];

    public string? Text(string key) => string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key];

    public int Whole(string key, int otherwise, int least, int most)
    {
        if (Text(key) is not { } text)
            return otherwise;
        if (int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        _errors.Add($"{key} is '{text}' and must be a whole number from {least} to {most}");
        return otherwise;
    }

    public string OneOf(string key, string otherwise, params string[] allowed)
    {
        var text = Text(key) ?? otherwise;
        if (!allowed.Contains(text, StringComparer.Ordinal))
            _errors.Add($"{key} is '{text}' and must be one of: {string.Join(", ", allowed)}");
        return text;
    }

    /// <summary>Faults that another reader found; each begins with its key.</summary>
    public void Add(IEnumerable<string> errors) => _errors.AddRange(errors);

    public void ThrowIfWrong()
    {
        if (_errors.Count > 0)
            throw new ConfigurationException(_errors);
    }
}
