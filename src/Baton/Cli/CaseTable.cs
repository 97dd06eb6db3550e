using System.Globalization;
using Baton.Cases;
using Spectre.Console;

namespace Baton.Cli;

/// <summary>What became of a ticket and why, as one row that a person reads at a glance.</summary>
public static class CaseTable
{
    /// <summary>A column, and the width of the page from which on there is room for it.</summary>
    private sealed record CaseColumn(string Title, int From, Func<Case, string> Cell, bool IsNumber = false);

    // On a narrow page what happens, and why, matters more than the labels that led there.
    private static readonly CaseColumn[] All =
    [
        new("Ticket", 0, c => Markup.Escape(Shorten(c.Id, 18))),
        new("Subject", 0, c => Markup.Escape(Shorten(c.Ticket.Subject ?? c.Ticket.Description.ReplaceLineEndings(" "), 34))),
        new("Category", 110, c => c.Classification is { } k ? Words.Of(k.Category) : "…"),
        new("Priority", 95, c => c.Classification is { } p ? Coloured(p.Priority) : "…"),
        new("Frust.", 125, c => Number(c.Analysis?.Frustration), IsNumber: true),
        new("Risk", 125, c => Number(c.Risk?.Overall), IsNumber: true),
        new("What happens", 0, What),
        new("Why", 0, c => Markup.Escape(Shorten(Why(c), 70))),
    ];

    private static readonly CaseColumn[] Shown = [.. All.Where(c => c.From <= AnsiConsole.Profile.Width)];

    public static Table Create()
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in Shown)
        {
            var wraps = column.From == 0 && column.Title != "Ticket";
            table.AddColumn(new TableColumn(column.Title) { NoWrap = !wraps, Alignment = column.IsNumber ? Justify.Right : Justify.Left });
        }
        return table;
    }

    public static void Add(Table table, Case c) => table.AddRow(Shown.Select(column => new Markup(column.Cell(c))));

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
