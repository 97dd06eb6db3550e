using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Baton.Cases;

namespace Baton.Learning.Online;

/// <summary>How what serves came to serve.</summary>
[JsonConverter(typeof(WireWord<ServingCause>))]
public enum ServingCause { Shipped, Promoted, RolledBack, Pinned, Unpinned, SetAside }

/// <summary>Which checkpoint of the local model serves. What people and learning do to it is pure; <see cref="CheckpointFolder"/> keeps it.</summary>
public sealed record Serving
{
    /// <summary>What the shipped model is called where a checkpoint's id is expected.</summary>
    public const string Shipped = "shipped";

    private const int MostRemembered = 16;

    /// <summary>A checkpoint's id, or <see cref="Shipped"/>.</summary>
    public string Serves { get; init; } = Shipped;

    /// <summary>Held by a person: nothing is learnt and nothing promoted.</summary>
    public bool Pinned { get; init; }

    /// <summary>Verdicts given until then teach nothing any more; null where all do.</summary>
    public DateTimeOffset? LearnsFrom { get; init; }
    public ServingCause Cause { get; init; }

    /// <summary>When <see cref="Cause"/> happened; null before anything did.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What served before, newest first: the way back when a file is damaged.</summary>
    public ImmutableList<string> Before { get; init; } = [];

    /// <summary>Whether nothing happened since another reading.</summary>
    public bool IsStill(Serving? other) => other is not null && (Serves, Pinned, LearnsFrom, Cause, At) == (other.Serves, other.Pinned, other.LearnsFrom, other.Cause, other.At);

    public Serving Promote(string id, DateTimeOffset now) => Next(id, now) with { Cause = ServingCause.Promoted };

    /// <summary>Back to an earlier checkpoint; what was said until now is set aside, since it led to what is rolled back.</summary>
    public Serving RollBack(string id, DateTimeOffset now) => Next(id, now) with { Cause = ServingCause.RolledBack, LearnsFrom = now };

    /// <summary>Holds a checkpoint until <see cref="Unpin"/>; what people say meanwhile is learnt after that.</summary>
    public Serving Pin(string id, DateTimeOffset now) => Next(id, now) with { Cause = ServingCause.Pinned, Pinned = true };

    public Serving Unpin(DateTimeOffset now) => this with { Cause = ServingCause.Unpinned, Pinned = false, At = now };

    /// <summary>Learning gives up on what it has, and begins anew with what comes after this time.</summary>
    public Serving SetAside(DateTimeOffset until, DateTimeOffset now) => this with { Cause = ServingCause.SetAside, LearnsFrom = until, At = now };

    private Serving Next(string id, DateTimeOffset now) => this with
    {
        Serves = id,
        At = now,
        Before = id == Serves ? Before : [.. Before.Insert(0, Serves).Where(b => b != id).Distinct().Take(MostRemembered)],
    };
}
