using Baton.Policies.Reading;

namespace Baton.Learning.Exports;

/// <summary>What a column can be mapped to, and what help desks call such a column.</summary>
internal static class ExportFields
{
    public const string Text = "text";
    public const string Subject = "subject";

    public static IReadOnlyList<string> All { get; } = [Subject, Text, .. MappedJudgement.All.Select(j => j.Name)];

    /// <summary>The field that a column most likely holds; null when none is near. A proposal for people, never taken by itself.</summary>
    public static string? Nearest(string column)
    {
        var plain = MappedJudgement.Plain(column);
        return plain.Length == 0 ? null : _meant.FirstOrDefault(m => m.Words.Split(' ').Contains(plain)).Field ?? Suggestion.Nearest(column, All);
    }

    private static readonly (string Field, string Words)[] _meant =
    [
        (Subject, "subject title summary shortdescription ticketsubject conversationsubject betreff objet asunto"),
        (Text, "description body text message comment content firstmessage firstcomment ticketdescription conversationbody requestbody beschreibung nachricht message descripción"),
        ("category", "category ticketcategory topic tag type tickettype queue group contactreason kategorie catégorie"),
        ("priority", "priority ticketpriority severity urgency impact priorität priorité prioridad"),
        ("issueType", "issuetype requesttype contacttype"),
        ("complexity", "complexity difficulty tier effort"),
        ("sentiment", "sentiment mood satisfaction satisfactionscore csat rating"),
        ("escalate", "escalate escalated isescalated escalation wasescalated eskaliert"),
    ];
}
