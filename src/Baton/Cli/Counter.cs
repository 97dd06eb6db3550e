namespace Baton.Cli;

/// <summary>A count on standard error, where that is a terminal.</summary>
internal sealed class Counter(string things)
{
    private const int Every = 10;
    private readonly bool _shown = !Console.IsErrorRedirected;

    public void Show(int done)
    {
        if (_shown && done % Every == 0)
            Console.Error.Write($"\r{done} {things}…");
    }

    public void Clear()
    {
        if (_shown)
            Console.Error.Write("\r                    \r");
    }
}
