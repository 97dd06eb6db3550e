using Baton.Adapters.Storage.Sqlite;
using Baton.Cases;
using Baton.Cli;
using Baton.Knowledge;
using Baton.Policies;
using Baton.Reasoning.Local.Models;

namespace Baton.Hosting;

/// <summary>What has to be right before anything runs; each fault is a <see cref="StartException"/> with a sentence.</summary>
public static class StartChecks
{
    public static T Configuration<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ConfigurationException exception)
        {
            throw new StartException(ExitCode.WrongUsage, $"The configuration cannot be used:{Environment.NewLine}{exception.Message}", exception);
        }
    }

    public static Policy FirstPolicy(BatonOptions options)
    {
        try
        {
            var result = PolicyLoading.Check(PolicyLoading.Files(options.PolicyPath));
            return result.Policy ?? throw new StartException(ExitCode.WrongUsage, $"The policy cannot be used:{Environment.NewLine}{PolicyReport.Describe(result)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException(ExitCode.WrongUsage, $"Policy:Path is '{options.PolicyPath}', which cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>A folder of articles that is named must be there: without it the agent would answer nothing, and nobody would know why.</summary>
    public static void Knowledge(BatonOptions options)
    {
        if (options.KnowledgePath is not { } path)
            return;
        try
        {
            new ArticleFolder(path).Stamps();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException(ExitCode.WrongUsage, $"Knowledge:Path is '{path}', which cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The model of a file, or the one that ships where none is named.</summary>
    public static BaseModel Model(string? path)
    {
        if (path is null)
            return BaseModel.Shipped;
        try
        {
            return BaseModel.Read(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new StartException(ExitCode.WrongUsage, $"The model '{path}' (--model, Reasoning:Local:Model) cannot be used: {exception.Message}", exception);
        }
    }

    public static SqliteCaseStore OpenStore(BatonOptions options, bool durable, ILogger logger)
    {
        try
        {
            return SqliteCaseStore.Open(new SqliteStoreOptions { Directory = options.DataDirectory, Durable = durable }, logger, TimeProvider.System);
        }
        catch (StoreUnavailableException exception)
        {
            throw new StartException(ExitCode.Failed, exception.Message, exception);
        }
    }
}
