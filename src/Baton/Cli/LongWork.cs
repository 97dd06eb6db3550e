using Spectre.Console;

namespace Baton.Cli;

/// <summary>Shows how far long work is: a bar on a terminal, else a line on standard error at each quarter.</summary>
internal static class LongWork
{
    /// <param name="name">What is done.</param>
    /// <param name="quiet">Shows nothing.</param>
    /// <param name="work">Told where to tell the share done, 0 to 1.</param>
    public static T Run<T>(string name, bool quiet, Func<Action<double>, T> work)
    {
        if (quiet)
            return work(_ => { });
        if (!AnsiConsole.Profile.Capabilities.Ansi)
            return work(Lines(name));
        return AnsiConsole.Progress().Start(context =>
        {
            var task = context.AddTask(name, maxValue: 1);
            return work(done => task.Value = done);
        });
    }

    private static Action<double> Lines(string name)
    {
        var next = 0.25;
        return done =>
        {
            if (done < next)
                return;
            Console.Error.WriteLine($"{name}: {(int)(done * 100)} %");
            next = (Math.Floor(done * 4) + 1) / 4;
        };
    }
}
