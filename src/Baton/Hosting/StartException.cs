namespace Baton.Hosting;

/// <summary>The process cannot start; the message tells the operator why and how to mend it.</summary>
public sealed class StartException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
