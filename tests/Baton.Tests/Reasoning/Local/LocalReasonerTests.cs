using Baton.Cases;
using Baton.Escalation;
using Baton.Intake;
using Baton.Reasoning;

namespace Baton.Tests.Reasoning.Local;

public class LocalReasonerTests
{
    private static readonly Dictionary<string, Sample> _samples = Samples.All.Concat(UnseenSamples.All).Concat(LastSamples.All).ToDictionary(s => s.Name);

    public static TheoryData<string> Names => [.. _samples.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_ticket_is_judged_as_people_would(string name)
    {
        var sample = _samples[name];
        var (labels, scores, advice) = Judged.Of(sample.Text, sample.Subject);

        if (sample.Categories is not null)
            sample.Categories.ShouldContain(labels.Category);
        if (sample.Priorities is not null)
            sample.Priorities.ShouldContain(labels.Priority);
        if (sample.Complexities is not null)
            sample.Complexities.ShouldContain(labels.Complexity);
        sample.Signals.ShouldBeSubsetOf(labels.EscalationSignals);
        sample.Indicators.ShouldBeSubsetOf(labels.UrgencyIndicators);
        scores.Frustration!.Value.ShouldBeInRange(sample.FrustrationFrom, sample.FrustrationTo);
        sample.Kinds?.ShouldContain(advice.Kind);
        if (sample.Reason is not null)
            advice.Reasons.ShouldContain(sample.Reason);
    }

    [Fact]
    public void Every_reason_has_a_known_name_and_stands_in_order_of_gravity()
    {
        foreach (var sample in _samples.Values)
        {
            var reasons = Judged.Of(sample.Text, sample.Subject).Advice.Reasons;
            reasons.ShouldBe(EscalationReason.ByGravity.Where(reasons.Contains));
        }
    }

    [Fact]
    public void Frustration_grows_from_a_question_to_fury()
    {
        int[] scores =
        [
            Frustration("Where can I see my past orders?"),
            Frustration("It is a bit annoying that the filter resets every time, and confusing too."),
            Frustration("I am really disappointed. This is terrible service."),
            Frustration("This is a disgrace. I am furious, you people are useless and I have had enough of your lies!!!"),
        ];
        scores[0].ShouldBeInRange(0, 20);
        scores[1].ShouldBeInRange(25, 58);
        scores[2].ShouldBeInRange(60, 84);
        scores[3].ShouldBeInRange(88, 100);
    }

    [Theory]
    [InlineData("I am not angry at all, I only ask.", "I am angry, and I ask.")]
    [InlineData("PLEASE ADD A DARK THEME!!!", "THIS IS UNACCEPTABLE, ADD A DARK THEME!!!")]
    [InlineData("Slightly frustrated with the menu.", "Extremely frustrated with the menu.")]
    public void Negation_shouting_and_emphasis_count_as_they_are_meant(string calmer, string angrier) =>
        Frustration(calmer).ShouldBeLessThan(Frustration(angrier));

    [Fact]
    public void A_score_names_the_words_it_rests_on() =>
        Judged.Of("Your hotline is rude and the delay is unacceptable.").Scores.Evidence.Single(e => e.About == "frustration").Words.ShouldContain("unacceptable");

    [Fact]
    public void Anger_of_the_turn_before_lingers_unless_this_turn_is_friendly()
    {
        var plain = new ReasoningInput { Text = "And what happens now with the order?", FrustrationHistory = [80] };
        Judged.Of(plain).Scores.Frustration!.Value.ShouldBeGreaterThan(Frustration(plain.Text));
        Judged.Of(plain with { Text = "Great, that solved it, wonderful!" }).Scores.Frustration!.Value.ShouldBeLessThan(15);
    }

    [Fact]
    public void Earlier_escalations_of_the_customer_are_a_signal() =>
        Judged.Of(new ReasoningInput { Text = "Where is my invoice?", Customer = new CustomerContext { EscalationHistory = ["E-1"] } })
            .Labels.EscalationSignals.ShouldContain(EscalationSignal.PreviousEscalations);

    [Fact]
    public void A_clear_ticket_is_surer_than_a_vague_one()
    {
        Category("I was charged twice on my invoice, please refund the duplicate payment.").ShouldBeGreaterThan(0.85);
        Category("It is about the thing from yesterday.").ShouldBeLessThan(0.6);
        Category("Ich habe da mal was.").ShouldBeLessThan(0.4);

        static double Category(string text) => Judged.Of(text).Labels.Confidence["category"];
    }

    [Fact]
    public void An_outage_that_is_over_or_only_asked_about_does_not_escalate()
    {
        Judged.Of("What happens if your API is down? Do you have an SLA for outages?").Advice.Kind.ShouldBe(EscalationKind.NoEscalation);
        Judged.Of("The site was down yesterday but is working again now, thanks for the quick fix!").Advice.Kind.ShouldBe(EscalationKind.NoEscalation);
    }

    [Fact]
    public void A_risk_over_the_threshold_is_a_reason()
    {
        var input = new ReasoningInput { Text = "Hello, a question about my plan." };
        Judged.Of(input, overallRisk: 70).Advice.Reasons.ShouldBeEmpty();
        Judged.Of(input, overallRisk: 85).Advice.Reasons.ShouldBe([EscalationReason.HighRisk]);
    }

    private static int Frustration(string text) => Judged.Of(text).Scores.Frustration!.Value;
}
