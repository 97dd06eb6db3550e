using Baton.Reasoning.Local.Models;
using Microsoft.Extensions.Logging;

namespace Baton.Learning.Online;

/// <summary>
/// The local model that serves: the one that people began with, or that with what they taught. Looks every second whether the folder says something else; a judgement under way ends with the
/// model that it began with. What cannot be read is refused and logged, and the last that could serves, or the shipped one.
/// </summary>
public sealed partial class LocalModels : IDisposable
{
    /// <summary>How often the folder is looked at.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly CheckpointFolder _folder;
    private readonly ILogger<LocalModels> _logger;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private volatile Served _served;
    private Serving? _seen;
    private string? _refused;

    public LocalModels(CheckpointFolder folder, TimeProvider time, ILogger<LocalModels> logger)
    {
        (_folder, _logger, _served) = (folder, logger, new Served(null, folder.Base.Model));
        Look();
        _timer = time.CreateTimer(_ => Look(), null, Interval, Interval);
    }

    /// <summary>As it stands on judgements: <c>local/3</c>, or with a checkpoint <c>local/3+3f9a0c11d2e4</c>.</summary>
    public string Name => _served.Model.Name;

    internal LocalModel Current => _served.Model;

    /// <summary>What was learnt in the model that serves; null where nobody taught it.</summary>
    internal Checkpoint? Champion => _served.Checkpoint;

    /// <summary>Looks at the folder now; true when another model serves than before.</summary>
    public bool Look()
    {
        // A look that takes longer than the interval is not joined by a second one.
        if (!_gate.TryEnter())
            return false;
        try
        {
            var serving = _folder.ReadServing();
            if (serving.IsStill(_seen))
                return false;
            _seen = serving;
            return Take(serving);
        }
        catch (InvalidDataException exception)
        {
            Refuse(exception.Message);
            return false;
        }
        finally
        {
            _gate.Exit();
        }
    }

    /// <summary>What serves, what could, and the last trial.</summary>
    public LocalModelState State() => LocalModelState.Of(_folder, Name);

    public void Dispose() => _timer.Dispose();

    internal LocalModel ModelOf(Checkpoint? checkpoint) => checkpoint is null ? _folder.Base.Model : _folder.Base.Model.With(checkpoint.Learnt.Adapter, checkpoint.Info.Name);

    private bool Take(Serving serving)
    {
        var before = Name;
        var checkpoint = _folder.Choose(serving, (id, fault) => LogRefused(_logger, id, fault));
        _served = new Served(checkpoint, ModelOf(checkpoint));
        if (Name == before)
            return false;
        LogServes(_logger, Name, before, Cases.Words.Of(serving.Cause));
        return true;
    }

    // Once for each fault, not once a second.
    private void Refuse(string fault)
    {
        if (fault == _refused)
            return;
        _refused = fault;
        LogUnreadable(_logger, fault, Name);
    }

    private sealed record Served(Checkpoint? Checkpoint, LocalModel Model);

    [LoggerMessage(1401, LogLevel.Information, "The local model {Name} serves in place of {Before} ({Cause})")]
    private static partial void LogServes(ILogger logger, string name, string before, string cause);

    [LoggerMessage(1402, LogLevel.Error, "Checkpoint {Id} of the local model is refused: {Fault}; what served before it serves, or the shipped model. 'baton models local rollback' chooses another")]
    private static partial void LogRefused(ILogger logger, string id, string fault);

    [LoggerMessage(1403, LogLevel.Error, "{Fault}; {Name} goes on serving, and nothing is learnt. 'baton models local rollback ID' or 'pin ID' writes the file anew")]
    private static partial void LogUnreadable(ILogger logger, string fault, string name);
}
