using System.Text.Json.Serialization;
using Baton.Cases;
using Baton.Learning.Exports;

namespace Baton.Learning;

/// <summary>How often a label that people gave was found, before and after.</summary>
public sealed record LabelComparison(string Label, Rate Before, Rate After);

/// <summary>
/// A judgement on the held-out rows, by the model that ships and by the company's. <paramref name="Gained"/> rows became right, <paramref name="Lost"/> wrong;
/// <paramref name="PValue"/> is how likely so uneven a split is by chance.
/// </summary>
public sealed record JudgementComparison(
    string Judgement, int Trained, Rate Before, Rate After, int Gained, int Lost, double PValue, [property: JsonConverter(typeof(WireWord<Effect>))] Effect Effect, IReadOnlyList<LabelComparison> Labels);

/// <summary>A judgement that the rows cannot teach, and why.</summary>
public sealed record Untaught(string Judgement, string Why);

/// <summary>What a training on a company's own rows came to.</summary>
public sealed record CompanyReport
{
    public required string Model { get; init; }

    /// <summary>The model that it goes on from.</summary>
    public required string From { get; init; }
    public required ExportReading Read { get; init; }
    public required int Trained { get; init; }
    public required int Calibrated { get; init; }
    public required int HeldOut { get; init; }
    public required IReadOnlyList<JudgementComparison> Judgements { get; init; }
    public required IReadOnlyList<Untaught> Untaught { get; init; }

    /// <summary>It helps when a judgement got better and none got worse; it hurts when one got worse.</summary>
    [JsonConverter(typeof(WireWord<Effect>))]
    public Effect Effect => Judgements.Any(j => j.Effect == Effect.Hurts) ? Effect.Hurts : Judgements.Any(j => j.Effect == Effect.Helps) ? Effect.Helps : Effect.CannotTell;

    /// <summary>Whether the model was written.</summary>
    public bool Written { get; init; }
}
