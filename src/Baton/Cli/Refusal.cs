using Baton.Hosting;

namespace Baton.Cli;

/// <summary>How a command says that it cannot: a sentence on standard error, and an exit code.</summary>
internal static class Refusal
{
    public static int Tell(string why, int code = ExitCode.WrongUsage)
    {
        Console.Error.WriteLine(why);
        return code;
    }

    /// <summary>Runs a command over files; what cannot be used or read is told as a sentence.</summary>
    public static async Task<int> OrAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (StartException exception)
        {
            return Tell(exception.Message, exception.ExitCode);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Tell(exception.Message);
        }
    }
}
