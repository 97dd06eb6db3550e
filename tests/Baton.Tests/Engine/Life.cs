using Baton.Cases;
using FsCheck;
using FsCheck.Fluent;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Engine;

/// <summary>Something that happens to a case from outside.</summary>
internal enum Happening
{
    CustomerWrites, CustomerIsAngry, CustomerSolved, CustomerThanks, CustomerRates, SomebodyElseWrites, AutomaticMail, Resend, Claim, Release, Return, Reply, Note, Resolve, Reopen,
    GoodFeedback, BadFeedback, Verdict, Minutes, Hours, Day, ChannelsFail, ChannelsWork, WatchdogLooks, Settle,
}

/// <summary>Random lives of cases: what customers, people, channels and the clock do, in any order.</summary>
internal static class Life
{
    private static readonly string[] Openings = [Texts.Password, Texts.Vague, Texts.Legal, Texts.DoubleCharge];

    public static Arbitrary<Happening[]> Scripts(int most) =>
        (from size in Gen.Choose(1, most) from script in Gen.Elements(Enum.GetValues<Happening>()).ArrayOf(size) select script).ToArbitrary();

    /// <summary>Plays a script on a new case, and gives its state after the opening and after each happening.</summary>
    /// <param name="engine">Where.</param>
    /// <param name="script">What happens.</param>
    /// <param name="settle">Bring the engine to rest after each; else cases run but nothing leaves before a happening says so.</param>
    /// <param name="check">Looks at each state as it comes.</param>
    public static async Task<IReadOnlyList<Case>> PlayAsync(EngineHarness engine, IReadOnlyList<Happening> script, bool settle, Func<Case, Task>? check = null)
    {
        ChannelsWork(engine, true);
        var id = await engine.OpenAsync(engine.Ticket(Openings[script.Count % Openings.Length], email: $"c{Guid.NewGuid():N}@customer.example"));
        var states = new List<Case>();
        await SeeAsync();
        foreach (var what in script)
        {
            await HappenAsync(engine, id, what);
            await SeeAsync();
        }
        return states;

        async Task SeeAsync()
        {
            if (settle)
                await engine.RunUntilRestAsync();
            else
                await engine.RunCasesAsync();
            var c = await engine.CaseAsync(id);
            states.Add(c);
            if (check is not null)
                await check(c);
        }
    }

    private static async Task HappenAsync(EngineHarness engine, string id, Happening what)
    {
        var (commands, token) = (engine.Commands, EngineHarness.Token);
        _ = what switch
        {
            Happening.CustomerWrites => await engine.SayAsync(id, "It still says error 42 when I sign in."),
            Happening.CustomerIsAngry => await engine.SayAsync(id, "This is useless and I am furious! Nothing works."),
            Happening.CustomerSolved => await engine.SayAsync(id, "That solved it, thank you!"),
            Happening.CustomerThanks => await engine.SayAsync(id, "Thank you!"),
            Happening.CustomerRates => await engine.SayAsync(id, "4 - good"),
            Happening.SomebodyElseWrites => await commands.ReceiveAsync(id, new IncomingMessage($"x{Guid.NewGuid():N}", "Please close this.", "eve@other.example", null, null, null), token),
            Happening.Resend => await commands.ResendAsync(id, (await engine.CaseAsync(id)).Outgoing.Values.FirstOrDefault(o => o.State == DeliveryState.Refused)?.Message.Id ?? "none", "kim@northwind.example", token),
            Happening.AutomaticMail => await commands.ReceiveAsync(id, new IncomingMessage($"a{Guid.NewGuid():N}", "I am away.", null, null, null, new Dictionary<string, string> { ["Auto-Submitted"] = "auto-replied" }), token),
            Happening.Claim => await commands.ClaimAsync(id, "kim@northwind.example", token),
            Happening.Release => await commands.ReleaseAsync(id, "kim@northwind.example", null, token),
            Happening.Return => await commands.ReturnAsync(id, "kim@northwind.example", null, token),
            Happening.Reply => await commands.ReplyAsync(id, "kim@northwind.example", "Hello, this is Kim.", null, token),
            Happening.Note => await commands.NoteAsync(id, "kim@northwind.example", "A note.", null, token),
            Happening.Resolve => await commands.ResolveAsync(id, "kim@northwind.example", null, token),
            Happening.Reopen => await commands.ReopenAsync(id, "kim@northwind.example", null, token),
            Happening.GoodFeedback => await commands.FeedbackAsync(id, 5, null, true, token),
            Happening.BadFeedback => await commands.FeedbackAsync(id, 1, "No.", false, token),
            Happening.Verdict => await commands.VerdictAsync(id, "kim@northwind.example", true, null, null, token),
            _ => null,
        };
        switch (what)
        {
            case Happening.Minutes:
                await engine.AdvanceAsync(TimeSpan.FromMinutes(7));
                break;
            case Happening.Hours:
                await engine.AdvanceAsync(TimeSpan.FromHours(5));
                break;
            case Happening.Day:
                await engine.AdvanceAsync(TimeSpan.FromHours(25));
                break;
            case Happening.ChannelsFail or Happening.ChannelsWork:
                ChannelsWork(engine, what == Happening.ChannelsWork);
                break;
            case Happening.WatchdogLooks:
                await engine.Watchdog.ReportStuckAsync(token);
                break;
            case Happening.Settle:
                await engine.RunUntilRestAsync();
                break;
        }
    }

    private static void ChannelsWork(EngineHarness engine, bool work)
    {
        foreach (var channel in (RecordingChannel[])[engine.Mail, engine.Chat, engine.Desk])
            channel.Answer = m => work ? new Baton.Connectors.Delivery.Sent(m.Id) : new Baton.Connectors.Delivery.Refused("no");
    }
}
