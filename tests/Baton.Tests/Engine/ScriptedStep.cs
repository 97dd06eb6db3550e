using Baton.Pipeline;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Engine;

/// <summary>A step that does as a test says.</summary>
internal sealed record ScriptedStep(string Name) : IStep
{
    public Func<Case, bool> When { get; init; } = _ => false;
    public Func<Case, StepContext, CancellationToken, ValueTask<StepResult>> Work { get; init; } = (_, _, _) => throw new InvalidOperationException("broken");
    public Func<Case, StepContext, StepResult> Otherwise { get; init; } = (_, _) => throw new InvalidOperationException("broken too");

    public bool Holds(Case c) => When(c);

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken) => Work(c, context, cancellationToken);

    public StepResult Fallback(Case c, StepContext context, StepFailure failure) => Otherwise(c, context);
}

/// <summary>Puts something in the place of one of the real steps.</summary>
internal static class StepReplacement
{
    /// <summary>The real step where its work fails; with <paramref name="fallbackToo"/> its fallback as well.</summary>
    public static Func<IReadOnlyList<IStep>, IReadOnlyList<IStep>> Broken(string name, bool fallbackToo = false) => steps =>
    {
        var real = steps.Single(s => s.Name == name);
        var broken = new ScriptedStep(name) { When = real.Holds };
        return [.. steps.Select(s => s != real ? s : fallbackToo ? broken : broken with { Otherwise = (c, context) => real.Fallback(c, context, new StepFailure("test")) })];
    };

    public static Func<IReadOnlyList<IStep>, IReadOnlyList<IStep>> First(IStep step) => steps => [step, .. steps];
}
