namespace Baton.Acceptance;

/// <summary>The acceptance scenarios in the words of other trades, and their neighbours: tickets that only look like them.</summary>
public sealed class JudgedTicketTests(TicketCases cases) : IClassFixture<TicketCases>
{
    public static TheoryData<string> Paraphrases => TicketCases.NamesOf("paraphrases.jsonl");

    public static TheoryData<string> Neighbours => TicketCases.NamesOf("neighbours.jsonl");

    [Theory]
    [MemberData(nameof(Paraphrases))]
    public void A_scenario_in_other_words_is_judged_like_the_scenario(string name) => Holds(name);

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void A_neighbour_of_a_scenario_is_judged_for_what_it_is(string name) => Holds(name);

    [Theory]
    [MemberData(nameof(Paraphrases))]
    [MemberData(nameof(Neighbours))]
    public void Every_ticket_goes_through_all_steps_whatever_is_made_of_it(string name)
    {
        var view = cases.Of(name).View;
        foreach (var part in (string[])["classification", "analysis", "risk", "decision", "strategy", "reply", "preservation", "outcome", "performance"])
            view[part].IsNull.ShouldBeFalse($"{part} of {name}");
        view["degraded"].Items.ShouldBeEmpty();
    }

    private void Holds(string name)
    {
        var (expected, view) = cases.Of(name);
        Expectation.ShouldHold(expected, view);
    }
}
