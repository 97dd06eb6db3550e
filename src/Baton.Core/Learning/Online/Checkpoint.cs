using System.Text.Json.Serialization;

namespace Baton.Learning.Online;

/// <summary>What is known of a checkpoint without its weights.</summary>
public sealed record CheckpointInfo
{
    /// <summary>Twelve hexadecimal digits of the hash over what was learnt, and on what.</summary>
    public required string Id { get; init; }

    /// <summary>From 1, in the order in which they were made.</summary>
    public required int Number { get; init; }

    /// <summary>The checkpoint that it goes on from; <see cref="Serving.Shipped"/> for the first.</summary>
    public required string Parent { get; init; }

    /// <summary>The shipped model below it, and the hash of that: with another one it means nothing.</summary>
    public required string Basis { get; init; }
    public required string BasisHash { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Place in the log of the last verdict in it.</summary>
    public required long LearntTo { get; init; }
    public required int Lessons { get; init; }

    /// <summary>How many people taught it.</summary>
    public required int People { get; init; }

    /// <summary>Words that it moves anything for.</summary>
    public required int Words { get; init; }

    /// <summary>The trial by which it came to serve.</summary>
    public required TrialFigures Trial { get; init; }

    /// <summary>As it stands on every judgement: <c>local/3+3f9a0c11d2e4</c>.</summary>
    public string Name => $"{Basis}+{Id}";
}

/// <summary>A checkpoint's file as it was found: what it says, or why it cannot be used.</summary>
public sealed record CheckpointFound(string Id, CheckpointInfo? Info, string? Fault);

/// <summary>A checkpoint with what was learnt.</summary>
internal sealed record Checkpoint(CheckpointInfo Info, Learnt Learnt);

/// <summary>The last trial, and what came of it: why something was learnt or not.</summary>
/// <param name="At">When.</param>
/// <param name="Champion">What served, by name.</param>
/// <param name="NewLessons">Verdicts learnt that the champion does not know.</param>
/// <param name="Figures">How the challenger did; null where there was too little to try.</param>
/// <param name="Promoted">The checkpoint that serves since; null where the champion stayed.</param>
/// <param name="Because">One sentence.</param>
public sealed record TrialReport(DateTimeOffset At, string Champion, int NewLessons, TrialFigures? Figures, string? Promoted, string Because);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(Serving))]
[JsonSerializable(typeof(CheckpointInfo))]
[JsonSerializable(typeof(TrialReport))]
[JsonSerializable(typeof(LocalModelState))]
public sealed partial class LearningJson : JsonSerializerContext;
