using Baton.Cases;
using Baton.Connectors;
using Baton.Intake;
using Baton.Pipeline;

namespace Baton.Tests.Intake;

public sealed class IntakeStepTests
{
    private readonly ManualTime _time = new();
    private readonly HistoryOnlyStore _store = new();

    private DateTimeOffset Now => _time.GetUtcNow();

    private Ticket Bare => new() { Id = "T-1", Subject = "Password reset", Description = "The reset mail never comes.", CustomerEmail = "Dana@Example.com", ReceivedAt = Now };

    private static readonly CrmCustomer Dana = new("Dana Fox", CustomerTier.Paid, "Team", 1200, 4000, 2, [.. Enumerable.Range(1, 7).Select(i => new Order($"O-{i}", "shipped", null, null))], ["ESC-1"]);

    private Baton.Cases.Case Opened(Ticket ticket) => Baton.Cases.Case.Open(new TicketReceived(ticket) { At = Now });

    private async Task<Baton.Cases.Case> RunAsync(Ticket ticket, ICrm? crm = null)
    {
        var c = Opened(ticket);
        var step = new IntakeStep(_store, _time, crm);
        step.Holds(c).ShouldBeTrue();
        var result = await step.RunAsync(c, new StepContext(Now, TestPolicy.Default), TestContext.Current.CancellationToken);
        var after = result.Events.Aggregate(c, (state, e) => state.Apply(e));
        step.Holds(after).ShouldBeFalse();
        return after;
    }

    private PastCase Past(int daysAgo, Category? category, bool escalated = false) => new($"P-{daysAgo}", Now.AddDays(-daysAgo), category, ["reset"], escalated, true);

    [Fact]
    public async Task Without_a_CRM_the_ticket_and_our_own_history_are_the_context()
    {
        _store.Past = [Past(1, Category.Account), Past(2, null), Past(3, Category.Billing), Past(9, Category.Account, escalated: true), Past(20, Category.Product)];

        var customer = (await RunAsync(Bare with { LifetimeValue = 50, PreviousTicketCount = 12 })).Customer!;

        customer.Source.ShouldBe("history");
        customer.LifetimeValue.ShouldBe(50);
        customer.PreviousTickets.ShouldBe(12);
        customer.RecentTicketCount.ShouldBe(5);
        customer.PreviousIssues.ShouldBe([Category.Account, Category.Billing, Category.Account]);
        customer.HasEscalated.ShouldBeTrue();
        _store.AskedFor.ShouldBe(("dana@example.com", "T-1", Now.AddDays(-30)));
    }

    [Fact]
    public async Task A_CRM_fills_what_the_ticket_leaves_open()
    {
        var customer = (await RunAsync(Bare, new Crm(_ => Task.FromResult<CrmCustomer?>(Dana)))).Customer!;

        (customer.Source, customer.Name, customer.Tier, customer.Plan, customer.AccountValue, customer.LifetimeValue, customer.OpenInvoices)
            .ShouldBe(("crm", "Dana Fox", CustomerTier.Paid, "Team", 1200, 4000, 2));
        customer.RecentOrders.Select(o => o.Id).ShouldBe(["O-1", "O-2", "O-3", "O-4", "O-5"]);
        customer.EscalationHistory.ShouldBe(["ESC-1"]);
    }

    [Fact]
    public async Task What_the_ticket_says_itself_stands()
    {
        var ticket = Bare with { CustomerName = "D. Fox", CustomerTier = CustomerTier.Vip, LifetimeValue = 9, EscalationHistory = ["ESC-1", "ESC-2"] };

        var customer = (await RunAsync(ticket, new Crm(_ => Task.FromResult<CrmCustomer?>(Dana)))).Customer!;

        (customer.Name, customer.Tier, customer.LifetimeValue, customer.AccountValue).ShouldBe(("D. Fox", CustomerTier.Vip, 9, 1200));
        customer.EscalationHistory.ShouldBe(["ESC-1", "ESC-2"]);
    }

    [Fact]
    public async Task A_failing_CRM_is_noted_by_its_kind_of_failure_and_the_case_goes_on()
    {
        var c = await RunAsync(Bare, new Crm(_ => throw new HttpRequestException("GET /customers?email=dana@example.com failed")));

        c.Customer!.Source.ShouldBe("ticket");
        var noted = c.Degraded.ShouldHaveSingleItem();
        (noted.Part, noted.Reason).ShouldBe(("crm", "testcrm failed: HttpRequestException"));
    }

    [Fact]
    public async Task A_slow_CRM_is_waited_for_two_seconds_even_if_it_will_not_stop()
    {
        var never = new TaskCompletionSource<CrmCustomer?>();
        var running = RunAsync(Bare, new Crm(_ => never.Task));

        _time.Advance(TimeSpan.FromSeconds(1.9));
        running.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.2));
        var c = await running;

        c.Customer.ShouldNotBeNull();
        c.Degraded.ShouldHaveSingleItem().Reason.ShouldBe("testcrm did not answer within 2 s");
    }

    [Fact]
    public async Task Being_stopped_is_no_failure_of_the_CRM()
    {
        using var stop = new CancellationTokenSource();
        var step = new IntakeStep(_store, _time, new Crm(token => Task.Delay(Timeout.Infinite, token).ContinueWith<CrmCustomer?>(_ => throw new OperationCanceledException(token), TaskScheduler.Default)));
        var running = step.RunAsync(Opened(Bare), new StepContext(Now, TestPolicy.Default), stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await running);
    }

    [Fact]
    public async Task A_ticket_of_nobody_known_asks_nobody()
    {
        var c = await RunAsync(Bare with { CustomerEmail = null }, new Crm(_ => throw new InvalidOperationException("asked")));

        c.Degraded.ShouldBeEmpty();
        _store.AskedFor.ShouldBeNull();
        c.Customer!.Tier.ShouldBe(CustomerTier.Unknown);
    }

    [Fact]
    public async Task Keywords_and_automatic_mail_are_kept_with_the_context()
    {
        var person = await RunAsync(Bare);
        var machine = await RunAsync(Bare with { Headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-replied" } });

        person.Keywords.ShouldContain("password");
        (person.AutomaticMail, person.AutomaticBecause).ShouldBe((false, null));
        (machine.AutomaticMail, machine.AutomaticBecause).ShouldBe((true, "header Auto-Submitted"));
    }

    [Fact]
    public void The_fallback_goes_on_with_the_ticket_alone()
    {
        var c = Opened(Bare with { CustomerTier = CustomerTier.Enterprise });
        var step = new IntakeStep(_store, _time);

        var after = step.Fallback(c, new StepContext(Now, TestPolicy.Default), new StepFailure("the store did not answer")).Events.Aggregate(c, (state, e) => state.Apply(e));

        step.Holds(after).ShouldBeFalse();
        after.Customer!.Tier.ShouldBe(CustomerTier.Enterprise);
        after.Degraded.ShouldHaveSingleItem().Part.ShouldBe("intake");
    }

    private sealed class Crm(Func<CancellationToken, Task<CrmCustomer?>> answer) : ICrm
    {
        public string Name => "testcrm";

        public Task<CrmCustomer?> FindAsync(string? customerId, string? email, CancellationToken cancellationToken) => answer(cancellationToken);
    }
}
