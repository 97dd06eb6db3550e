using Baton.Cases;
using Baton.Conversation;
using Baton.Escalation;

namespace Baton.Tests.Conversation;

public class AcknowledgementTests
{
    private static Reply Compose(Situation s) => Acknowledgement.Compose(s.Decided(), s.Decision(), s.Policy, s.Now);

    private static Situation Escalated => new() { Kind = EscalationKind.SpecialistEscalation };

    [Theory]
    [InlineData(Urgency.Immediate, "within 5 minutes")]
    [InlineData(Urgency.Urgent, "within 15 minutes")]
    [InlineData(Urgency.Standard, "within 30 minutes")]
    [InlineData(Urgency.Scheduled, "within 4 hours")]
    public void At_work_the_time_told_is_the_time_of_the_urgency(Urgency urgency, string time) => Compose(Escalated with { Urgency = urgency }).Text.ShouldContain($"write to you {time}.");

    [Theory]
    [InlineData(Urgency.Immediate, "within 5 minutes")]
    [InlineData(Urgency.Urgent, "within 15 minutes")]
    [InlineData(Urgency.Standard, "by Monday 09:30 (Europe/Berlin time)")]
    [InlineData(Urgency.Scheduled, "by Monday 13:00 (Europe/Berlin time)")]
    public void At_the_weekend_only_what_pages_the_on_call_is_promised_at_once(Urgency urgency, string time) =>
        Compose(Escalated with { Now = Situation.Weekend, Urgency = urgency }).Text.ShouldContain($"write to you {time}.");

    [Fact]
    public void A_critical_ticket_pages_at_any_time_so_its_minutes_are_true() =>
        Compose(Escalated with { Now = Situation.Weekend, Priority = Priority.Critical }).Text.ShouldContain("within 30 minutes");

    [Fact]
    public void Shortly_before_closing_the_next_day_is_told() =>
        Compose(Escalated with { Now = new DateTimeOffset(2026, 3, 2, 16, 50, 0, TimeSpan.Zero) }).Text.ShouldContain("by Tuesday 09:20 (Europe/Berlin time)");

    [Fact]
    public void Over_a_long_holiday_the_date_is_told_too()
    {
        var policy = TestTemplates.Policy with { Hours = TestTemplates.Policy.Hours with { Holidays = [.. Enumerable.Range(2, 8).Select(d => new DateOnly(2026, 3, d))] } };
        Compose(Escalated with { Policy = policy }).Text.ShouldContain("by Tuesday 2026-03-10 09:30");
    }

    [Theory]
    [InlineData(20, EscalationReason.HighRisk, "acknowledgement")]
    [InlineData(80, EscalationReason.ExtremeFrustration, "acknowledgement_empathetic")]
    [InlineData(95, EscalationReason.Legal, "acknowledgement_neutral")]
    [InlineData(20, EscalationReason.Security, "acknowledgement_neutral")]
    public void The_words_fit_mood_and_matter(int frustration, string reason, string template) =>
        Compose(Escalated with { Frustration = frustration, Reasons = [reason] }).Template.ShouldBe(template);

    [Fact]
    public void It_names_the_issue_in_the_customer_s_words_and_greets_by_name()
    {
        var text = Compose(Escalated with { Subject = "Re: Webhooks differ from the docs!" }).Text;
        text.ShouldStartWith("Hello Ana Silva,");
        text.ShouldContain("\"Webhooks differ from the docs\"");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("help")]
    [InlineData("(no subject)")]
    [InlineData("Win at http://spam.example")]
    public void Without_a_telling_subject_the_category_is_named(string? subject) =>
        Compose(Escalated with { Subject = subject, Category = Category.Billing }).Text.ShouldContain("your billing question");

    [Theory]
    [InlineData("de", "innerhalb von 30 Minuten")]
    [InlineData("fr", "d'ici 30 minutes")]
    [InlineData("es", "en un plazo de 30 minutos")]
    [InlineData("pl", "within 30 minutes")]
    public void It_is_written_in_the_customer_s_language_where_there_is_one(string language, string time)
    {
        var reply = Compose(Escalated with { Language = language });
        reply.Text.ShouldContain(time);
        reply.Language.ShouldBe(language == "pl" ? "en" : language);
    }

    [Fact]
    public void Automatic_mail_is_not_acknowledged() => Compose(Escalated with { Automatic = true }).Type.ShouldBe(ReplyType.Suppressed);

    [Fact]
    public void A_template_that_promises_more_than_the_handoff_gives_way_to_the_plain_message()
    {
        var templates = TestTemplates.All.ToDictionary();
        templates["en/acknowledgement"] = templates["en/acknowledgement"] with { Text = "{{greeting}}\n\nWe will refund you and call you back {{time}}." };
        Compose(Escalated with { Policy = TestTemplates.Policy with { Templates = templates } }).Type.ShouldBe(ReplyType.Fallback);
    }
}
