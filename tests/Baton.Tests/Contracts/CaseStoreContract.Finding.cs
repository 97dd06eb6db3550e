using Baton.Cases;

namespace Baton.Tests.Contracts;

// Lists, history, similar issues, counts.
public abstract partial class CaseStoreContract
{
    [Fact]
    public async Task A_row_tells_what_its_case_folds_to()
    {
        var c = await OpenCaseAsync("T-1", [.. SampleLife.OfEveryKind("T-1").Skip(1)]);
        var row = (await Store.ListAsync(new CaseQuery(), Token)).Items.ShouldHaveSingleItem();
        row.Keywords.ShouldBe(c.Keywords);
        row.ShouldBe(c.Header() with { Keywords = row.Keywords });
    }

    [Fact]
    public async Task A_row_follows_its_case()
    {
        var c = await OpenCaseAsync("T-1");
        foreach (var e in SampleLife.OfEveryKind("T-1").Skip(1))
        {
            c = await AppendAsync(c, e);
            var row = (await Store.ListAsync(new CaseQuery(), Token)).Items.ShouldHaveSingleItem();
            row.ShouldBe(c.Header() with { Keywords = row.Keywords }, CaseEventCodec.NameOf(e));
        }
        await BookkeepAsync("T-1", new SurveySent { At = Now });
        (await Store.ListAsync(new CaseQuery(), Token)).Items[0].Version.ShouldBe(c.Version + 1);
    }

    [Fact]
    public async Task A_list_is_newest_first_and_goes_on_where_its_page_ended()
    {
        foreach (var n in Enumerable.Range(1, 7))
            await OpenCaseAsync($"T-{n}");

        var first = await Store.ListAsync(new CaseQuery { Limit = 3 }, Token);
        await OpenCaseAsync("T-8");
        var second = await Store.ListAsync(new CaseQuery { Limit = 3, Cursor = first.NextCursor }, Token);
        var third = await Store.ListAsync(new CaseQuery { Limit = 3, Cursor = second.NextCursor }, Token);

        first.Items.Select(i => i.CaseId).ShouldBe(["T-7", "T-6", "T-5"]);
        second.Items.Select(i => i.CaseId).ShouldBe(["T-4", "T-3", "T-2"]);
        third.Items.Select(i => i.CaseId).ShouldBe(["T-1"]);
        third.NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_refused() =>
        await Should.ThrowAsync<ArgumentException>(() => Store.ListAsync(new CaseQuery { Cursor = "x'; drop" }, Token));

    [Fact]
    public async Task A_list_can_be_narrowed()
    {
        await OpenCaseAsync("T-1", SampleLife.Classified(priority: Priority.Low));
        await OpenCaseAsync("T-2", SampleLife.Classified(priority: Priority.Critical), SampleLife.HandedOff("T-2"));
        await OpenCaseAsync("T-3", SampleLife.Classified(priority: Priority.Critical), SampleLife.HandedOff("T-3", "engineering"));
        await OpenCaseAsync("T-4", SampleLife.HandedOff("T-4"), new CaseClaimed("ana") { At = Now });

        (await IdsAsync(new CaseQuery { Status = CaseStatus.Escalated })).ShouldBe(["T-3", "T-2"]);
        (await IdsAsync(new CaseQuery { Status = CaseStatus.Processing })).ShouldBe(["T-1"]);
        (await IdsAsync(new CaseQuery { Owner = Owner.Person })).ShouldBe(["T-4"]);
        (await IdsAsync(new CaseQuery { Owner = Owner.Agent })).ShouldBe(["T-1"]);
        (await IdsAsync(new CaseQuery { Team = "finance" })).ShouldBe(["T-4", "T-2"]);
        (await IdsAsync(new CaseQuery { Team = "finance", Status = CaseStatus.Escalated, Owner = Owner.Queue })).ShouldBe(["T-2"]);
        (await IdsAsync(new CaseQuery { Priority = Priority.Critical })).ShouldBe(["T-3", "T-2"]);
        (await IdsAsync(new CaseQuery { Priority = Priority.Critical, Status = CaseStatus.Processing })).ShouldBeEmpty();
        (await IdsAsync(new CaseQuery { Team = "finance", Text = "t-4@" })).ShouldBe(["T-4"]);
    }

    [Fact]
    public async Task Text_is_looked_for_in_id_subject_and_customer_and_taken_as_it_is()
    {
        await OpenCaseAsync("T-100", "ana@shop.example", null);
        await OpenCaseAsync("T-200", "ben_o@shop.example", null);

        (await IdsAsync(new CaseQuery { Text = "t-10" })).ShouldBe(["T-100"]);
        (await IdsAsync(new CaseQuery { Text = "BEN_O@" })).ShouldBe(["T-200"]);
        (await IdsAsync(new CaseQuery { Text = "march invoice" })).ShouldBe(["T-200", "T-100"]);
        (await IdsAsync(new CaseQuery { Text = "T_100" })).ShouldBeEmpty();
        (await IdsAsync(new CaseQuery { Text = "%" })).ShouldBeEmpty();
        (await IdsAsync(new CaseQuery { Text = @"\" })).ShouldBeEmpty();
        (await IdsAsync(new CaseQuery { Text = "' OR 1=1 --" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_customers_other_cases_are_found_newest_first()
    {
        foreach (var n in Enumerable.Range(1, 4))
            await OpenCaseAsync($"T-{n}", "ana@shop.example", null, SampleLife.Gathered(), SampleLife.Classified());
        await OpenCaseAsync("X-1", "ben@shop.example", null);

        var past = await Store.FindPastCasesAsync("ana@shop.example", "T-4", Now.AddDays(-30), 2, Token);

        past.Select(p => p.CaseId).ShouldBe(["T-3", "T-2"]);
        past[0].Keywords.ShouldBe(SampleLife.Keywords);
        (past[0].Category, past[0].Escalated, past[0].Resolved, past[0].OpenedAt).ShouldBe((Category.Billing, false, false, Now));
        (await Store.FindPastCasesAsync("ana@shop.example", "T-4", Now.AddTicks(1), 10, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_issues_that_share_most_are_found_and_of_equals_the_newest()
    {
        await OpenCaseAsync("old", SampleLife.Preserved("old", ["refund", "invoic", "card"]));
        await OpenCaseAsync("other", SampleLife.Preserved("other", ["password", "reset", "login"]));
        await OpenCaseAsync("half", SampleLife.Preserved("half", ["refund", "parcel", "late", "box"]));
        var newest = await OpenCaseAsync("new", SampleLife.Preserved("new", ["refund", "invoic", "card"]));
        await AppendAsync(newest, new CaseResolved(ResolutionKind.ByPerson, "ana", "refunded the second charge") { At = Now });
        await OpenCaseAsync("self", SampleLife.Preserved("self", ["refund", "invoic", "card"]));

        var found = await Store.FindSimilarIssuesAsync(["refund", "invoic", "card", "twic"], "self", 10, Token);

        found.Select(f => f.CaseId).ShouldBe(["new", "old", "half"]);
        found[0].Signature.Keywords.ShouldBe(["refund", "invoic", "card"]);
        (found[0].Path, found[0].Resolution).ShouldBe(("self_resolved", "refunded the second charge"));
        found[0].WhatWorked.ShouldHaveSingleItem();
        found[1].Resolution.ShouldBeNull();
        (await Store.FindSimilarIssuesAsync(["refund"], "self", 1, Token)).ShouldHaveSingleItem().CaseId.ShouldBe("new");
        (await Store.FindSimilarIssuesAsync([], "self", 5, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Issues_are_found_by_the_same_words_after_a_restart()
    {
        await OpenCaseAsync("T-1", SampleLife.Preserved("T-1", ["refund", "invoic", "card"]));
        await OpenCaseAsync("T-2", SampleLife.Preserved("T-2", ["refund", "parcel", "late"]));

        await ReopenAsync();

        (await Store.FindSimilarIssuesAsync(["refund", "invoic", "card"], "x", 5, Token)).Select(i => i.CaseId).ShouldBe(["T-1", "T-2"]);
    }

    [Fact]
    public async Task An_issue_preserved_again_is_found_by_its_new_words_only()
    {
        var c = await OpenCaseAsync("T-1", SampleLife.Preserved("T-1", ["refund", "invoic", "card"]));
        await AppendAsync(c, SampleLife.Preserved("T-1", ["card", "stolen", "block"]));

        (await Store.FindSimilarIssuesAsync(["refund", "invoic"], "x", 5, Token)).ShouldBeEmpty();
        (await Store.FindSimilarIssuesAsync(["stolen"], "x", 5, Token)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Outcomes_are_counted_apart_for_escalated_and_kept_cases()
    {
        var resolved = new CaseResolved(ResolutionKind.Confirmed, "customer", null) { At = Now };
        await OpenCaseAsync("kept", SampleLife.Classified(), SampleLife.Tracked(), resolved);
        await OpenCaseAsync("missed", SampleLife.Classified(), SampleLife.Tracked(), Verdict(true));
        await OpenCaseAsync("right", SampleLife.Classified(), SampleLife.HandedOff("right"), SampleLife.Tracked(), Verdict(true));
        await OpenCaseAsync("false", SampleLife.Classified(), SampleLife.HandedOff("false"), SampleLife.Tracked(), Verdict(false), resolved);
        await OpenCaseAsync("open", SampleLife.Classified(), SampleLife.HandedOff("open"));
        await OpenCaseAsync("elsewhere", SampleLife.Classified(Category.Shipping), SampleLife.Tracked(), resolved);

        (await Store.CountOutcomesAsync(Category.Billing, Token)).ShouldBe(new OutcomeCounts(2, 1, 2, 1));
        (await Store.CountOutcomesAsync(Category.Security, Token)).ShouldBe(new OutcomeCounts(0, 0, 0, 0));
    }

    [Fact]
    public async Task Only_unclaimed_open_cases_of_a_team_wait()
    {
        await OpenCaseAsync("T-1", SampleLife.HandedOff("T-1"));
        var second = await OpenCaseAsync("T-2", SampleLife.HandedOff("T-2"));
        await OpenCaseAsync("T-3", SampleLife.HandedOff("T-3", "engineering"));
        await OpenCaseAsync("T-4", SampleLife.HandedOff("T-4"), new CaseResolved(ResolutionKind.Confirmed, "customer", null) { At = Now });
        (await Store.CountWaitingAsync("finance", Token)).ShouldBe(2);

        second = await AppendAsync(second, new CaseClaimed("ana") { At = Now });
        (await Store.CountWaitingAsync("finance", Token)).ShouldBe(1);
        await AppendAsync(second, new CaseReleased("ana", null) { At = Now });
        (await Store.CountWaitingAsync("finance", Token)).ShouldBe(2);
    }

    [Fact]
    public async Task Verdicts_are_found_in_the_order_in_which_they_came_over_all_cases()
    {
        var first = await OpenCaseAsync("T-1", SampleLife.Classified(), Verdict(true));
        await OpenCaseAsync("T-2", SampleLife.Classified());
        await OpenCaseAsync("T-3", SampleLife.Classified(), Verdict(false));
        await AppendAsync(first, new NoteAdded("ana", "a note") { At = Now }, Verdict(false));

        var all = await Store.FindVerdictsAsync(0, 10, Token);

        all.Select(v => (v.CaseId, v.Version)).ShouldBe([("T-1", 3L), ("T-3", 3L), ("T-1", 5L)]);
        (await Store.FindVerdictsAsync(all[0].Position, 1, Token)).ShouldBe([all[1]]);
        (await Store.FindVerdictsAsync(all[2].Position, 10, Token)).ShouldBeEmpty();
        await ReopenAsync();
        (await Store.FindVerdictsAsync(0, 10, Token)).ShouldBe(all);
    }

    private async Task<IEnumerable<string>> IdsAsync(CaseQuery query) => (await Store.ListAsync(query, Token)).Items.Select(i => i.CaseId);

    private static VerdictGiven Verdict(bool needed) => new("ana", needed, null, null) { At = Now };
}
