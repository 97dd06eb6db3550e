using Baton.Cases;
using Baton.Connectors;
using Baton.Memory;
using Baton.Pipeline;

namespace Baton.Intake;

/// <summary>
/// Step 0: who the customer is and what came before, gathered once and kept for the conversation, so that no later step has to ask.
/// A CRM that fails or is slow never holds a case up; the case goes on without it.
/// </summary>
public sealed class IntakeStep(ICaseStore store, TimeProvider time, ICrm? crm = null) : IStep
{
    /// <summary>What a CRM may take to answer.</summary>
    public static readonly TimeSpan CrmBudget = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan History = TimeSpan.FromDays(30);
    private const int MostPastCases = 20;

    public string Name => "intake";

    public bool Holds(Case c) => c.Customer is null;

    public async ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken)
    {
        IReadOnlyList<PastCase> past = c.Ticket.CustomerKey is { } key
            ? await store.FindPastCasesAsync(key, c.Id, context.Now - History, MostPastCases, cancellationToken)
            : [];
        var (known, failure) = await AskCrmAsync(c.Ticket, cancellationToken);
        var gathered = Gathered(c, CustomerFacts.Merge(c.Ticket, known, past, context.Now), context.Now);
        return failure is null ? new StepResult(gathered) : new StepResult(gathered, new StepDegraded("crm", failure) { At = context.Now });
    }

    /// <summary>The ticket alone is context enough to go on with.</summary>
    public StepResult Fallback(Case c, StepContext context, StepFailure failure) => new(
        Gathered(c, CustomerFacts.Merge(c.Ticket, null, [], context.Now), context.Now),
        new StepDegraded(Name, failure.Reason) { At = context.Now });

    private static ContextGathered Gathered(Case c, CustomerContext customer, DateTimeOffset now)
    {
        var automatic = AutomaticMail.Detect(c.Ticket);
        return new ContextGathered(customer, IssueKeywords.Of(c.Ticket.Subject, MessageCleaner.Clean(c.Ticket.Description)), automatic is not null, automatic) { At = now };
    }

    private async Task<(CrmCustomer? Known, string? Failure)> AskCrmAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        if (crm is null || (ticket.CustomerId is null && ticket.CustomerEmail is null))
            return (null, null);
        using var budget = new CancellationTokenSource(CrmBudget, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        try
        {
            // WaitAsync, since a connector may not look at its token.
            return (await crm.FindAsync(ticket.CustomerId, ticket.CustomerEmail, both.Token).WaitAsync(both.Token), null);
        }
        catch (Exception) when (budget.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (null, $"{crm.Name} did not answer within {CrmBudget.TotalSeconds:0} s");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The kind of failure only: its text may hold the customer's address.
            return (null, $"{crm.Name} failed: {e.GetType().Name}");
        }
    }
}
