using System.Globalization;
using Baton.Cases;
using Spectre.Console;

namespace Baton.Cli;

/// <summary>What became of a ticket and why, as one row that a person reads at a glance.</summary>
public static class CaseTable
{
    public static Table Create() => new Table().Border(TableBorder.Simple)
        .AddColumn(new TableColumn("Ticket").NoWrap())
        .AddColumn(new TableColumn("Subject"))
        .AddColumn(new TableColumn("Category").NoWrap())
        .AddColumn(new TableColumn("Priority").NoWrap())
        .AddColumn(new TableColumn("Frust.").RightAligned().NoWrap())
        .AddColumn(new TableColumn("Risk").RightAligned().NoWrap())
        .AddColumn(new TableColumn("What happens").NoWrap())
        .AddColumn(new TableColumn("Why"));

    public static void Add(Table table, Case c) => table.AddRow(Cells(c).Select(cell => new Markup(cell)).ToArray());

    private static IEnumerable<string> Cells(Case c)
    {
        yield return Markup.Escape(Shorten(c.Id, 18));
        yield return Markup.Escape(Shorten(c.Ticket.Subject ?? c.Ticket.Description.ReplaceLineEndings(" "), 34));
        yield return c.Classification is { } k ? Words.Of(k.Category) : "…";
        yield return c.Classification is { } p ? Coloured(p.Priority) : "…";
        yield return Number(c.Analysis?.Frustration);
        yield return Number(c.Risk?.Overall);
        yield return What(c);
        yield return Markup.Escape(Shorten(Why(c), 70));
    }

    private static string What(Case c) => c switch
    {
        { Handoff: { } h } => $"[yellow]→ {Markup.Escape(h.Team)}[/] ({Words.Of(h.Urgency)})",
        { Reply.Type: ReplyType.Solution } => "[green]answered[/]",
        { Reply.Type: ReplyType.ClarificationRequest } => "[blue]asked back[/]",
        { Reply.Type: ReplyType.Suppressed } => "[grey]no reply[/]",
        { Reply: not null } => "[green]replied[/]",
        _ => "[grey]working[/]",
    };

    private static string Why(Case c) =>
        c.Handoff is not null || c.Escalating ? c.Decision?.PrimaryReason ?? ""
        : c.Reply is { Citations: [var citation, ..] } ? $"article: {citation.Title}"
        : c.Reply?.SuppressedBecause ?? c.Decision?.PrimaryReason ?? "";

    private static string Coloured(Priority priority) => priority switch
    {
        Priority.Critical or Priority.Urgent => $"[red]{Words.Of(priority)}[/]",
        Priority.High => $"[yellow]{Words.Of(priority)}[/]",
        _ => Words.Of(priority),
    };

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "–";

    private static string Shorten(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
