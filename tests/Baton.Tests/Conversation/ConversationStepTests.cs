using Baton.Cases;
using Baton.Classification;
using Baton.Conversation;
using Baton.Escalation;
using Baton.Intake;
using Baton.Knowledge;
using Baton.Pipeline;
using Baton.Policies;

namespace Baton.Tests.Conversation;

public class ConversationStepTests
{
    private static readonly Passage Reset = new("reset-password", "Reset a forgotten password", "Set a new password",
        "1. Open the sign-in page and choose Forgot password?\n2. Enter the e-mail address of your account.\n3. Follow the link in the mail.", 0.8);

    private static Reply ReplyOf(StepResult result) => result.Events.OfType<ReplyPrepared>().Single().Reply;

    private static Strategy StrategyOf(StepResult result) => result.Events.OfType<ReplyPrepared>().Single().Strategy;

    private static async Task<StepResult> RunAsync(Situation s, Baton.Cases.Case? c = null) => await s.Conversation.RunAsync(c ?? s.Decided(), s.Context, CancellationToken.None);

    [Fact]
    public async Task A_passage_that_fits_is_the_answer_with_its_citation_and_a_follow_up()
    {
        var result = await RunAsync(new Situation { Passages = [Reset] });
        StrategyOf(result).ShouldBe(Strategy.AutomatedResolution);
        var reply = ReplyOf(result);
        reply.Grounding.ShouldBe(Grounding.Article);
        reply.Citations.ShouldHaveSingleItem().ArticleId.ShouldBe("reset-password");
        reply.Text.ShouldContain(reply.Citations[0].Passage);
        reply.Confidence.ShouldNotBeNull().ShouldBeInRange(0.7, 0.95);
        var message = result.Messages.ShouldHaveSingleItem();
        message.ShouldSatisfyAllConditions(m => m.Purpose.ShouldBe(MessagePurpose.Reply), m => m.Channel.ShouldBe(ChannelKind.Mail), m => m.To.ShouldBe("ana@customer.example"), m => m.Body.ShouldBe(reply.Text));
        result.Timers.ShouldBe([new CaseTimer(TimerKind.FollowUp, Situation.Monday.AddHours(4))]);
    }

    [Fact]
    public async Task A_passage_under_policy_s_score_does_not_answer() =>
        StrategyOf(await RunAsync(new Situation { Passages = [Reset with { Score = 0.49 }] })).ShouldBe(Strategy.RequestMoreInfo);

    [Fact]
    public async Task Two_articles_of_the_same_weak_score_are_a_guess_and_not_sent() =>
        StrategyOf(await RunAsync(new Situation { Passages = [Reset with { Score = 0.55 }, Reset with { ArticleId = "sso", Text = "Use SSO.", Score = 0.55 }] })).ShouldBe(Strategy.RequestMoreInfo);

    [Fact]
    public async Task The_same_passage_is_never_given_twice()
    {
        var s = new Situation { Passages = [Reset] };
        var (c, _) = await s.RunAsync(s.Decided());
        var result = await RunAsync(s, s.NextTurn(Situation.Delivered(c, s.Now), "I did that and nothing arrives in my inbox."));
        StrategyOf(result).ShouldBe(Strategy.RequestMoreInfo);
    }

    [Fact]
    public async Task A_long_passage_is_cut_at_a_line_to_the_word_limit_unless_the_matter_is_technical()
    {
        var longText = string.Join('\n', Enumerable.Range(1, 60).Select(i => $"{i}. Open the page number {i} and save it."));
        var s = new Situation { Passages = [Reset with { Text = longText }] };
        var reply = ReplyOf(await RunAsync(s));
        CustomerText.CountWords(reply.Text).ShouldBeLessThanOrEqualTo(150);
        reply.Citations[0].Passage.ShouldEndWith("and save it.");
        ReplyOf(await RunAsync(s with { Category = Category.Technical })).Text.ShouldContain("60. Open the page");
    }

    [Theory]
    [InlineData(Category.Shipping, "question_order")]
    [InlineData(Category.Technical, "question_error")]
    [InlineData(Category.Billing, "question_invoice")]
    [InlineData(Category.Integration, "question_request")]
    [InlineData(Category.GeneralInquiry, "question_general")]
    public async Task Without_an_answer_one_question_is_asked_about_what_is_missing(Category category, string question)
    {
        var result = await RunAsync(new Situation { Category = category });
        StrategyOf(result).ShouldBe(Strategy.RequestMoreInfo);
        ReplyOf(result).Text.ShouldContain(TestTemplates.All[$"en/{question}"].Text.Trim());
        result.Timers.ShouldHaveSingleItem().Kind.ShouldBe(TimerKind.FollowUp);
    }

    [Fact]
    public async Task What_the_customer_has_given_is_not_asked_again() =>
        ReplyOf(await RunAsync(new Situation { Category = Category.Shipping, Entities = new Entities { OrderIds = ["A-17"] } })).Text.ShouldNotContain("order number");

    [Fact]
    public async Task After_one_question_without_an_answer_people_take_over_and_the_customer_is_told()
    {
        var s = new Situation();
        var (c, _) = await s.RunAsync(s.Decided());
        var (escalated, ran) = await s.RunAsync(s.NextTurn(Situation.Delivered(c, s.Now), "It says that my mail address is unknown."));
        ran.Select(r => r.Step).ShouldBe(["conversation", "handoff"]);
        escalated.Decision!.Reasons.ShouldBe([EscalationReason.NoGroundedAnswer]);
        escalated.Owner.ShouldBe(Owner.Queue);
    }

    [Fact]
    public async Task A_language_that_is_not_served_goes_to_people_with_a_word_in_that_language()
    {
        var s = new Situation { Language = "de", Passages = [Reset] };
        var (c, ran) = await s.RunAsync(s.Decided());
        c.Decision!.Reasons.ShouldBe([EscalationReason.UnsupportedLanguage]);
        Situation.ToCustomer(ran[^1].Result)!.Body.ShouldContain("Es geht um \"Cannot sign in\"");
    }

    [Theory]
    [InlineData("und")]
    [InlineData("zh")]
    [InlineData("pl")]
    public async Task A_language_without_templates_goes_to_people_with_a_neutral_word_in_English(string language)
    {
        var s = new Situation { Language = language, IssueType = IssueType.Compliment, Frustration = 90, Passages = [Reset] };
        var (c, _) = await s.RunAsync(s.Decided());
        c.Decision!.Reasons.ShouldBe([EscalationReason.UnsupportedLanguage]);
        c.Reply.ShouldNotBeNull().ShouldSatisfyAllConditions(r => r.Template.ShouldBe("acknowledgement_neutral"), r => r.Language.ShouldBe("en"), r => r.Tone.ShouldBe(Tone.Professional));
    }

    [Theory]
    [InlineData("")]
    [InlineData("clarification")]
    public async Task Where_a_listed_language_lacks_the_template_people_answer_and_nothing_goes_out_in_English(string lacking)
    {
        var policy = German(lacking);
        var s = new Situation { Language = "de", Policy = policy };
        var (c, _) = await s.RunAsync(s.Decided());
        c.Owner.ShouldBe(lacking.Length == 0 ? Owner.Agent : Owner.Queue);
        c.Reply!.Language.ShouldBe("de");
        if (lacking.Length > 0)
            c.Decision!.Reasons.ShouldBe([EscalationReason.UnsupportedLanguage]);
    }

    [Theory]
    [InlineData("de", Strategy.AutomatedResolution)]
    [InlineData("en", Strategy.RequestMoreInfo)]
    public async Task An_article_in_another_language_than_the_customers_is_no_answer(string article, Strategy strategy)
    {
        var s = new Situation { Language = "de", Policy = German(""), Passages = [Reset with { Language = article }] };
        StrategyOf(await RunAsync(s)).ShouldBe(strategy);
    }

    private static Policy German(string lacking) => TestTemplates.Policy with
    {
        Conversation = TestTemplates.Policy.Conversation with { Languages = ["en", "de"] },
        Templates = Templates.RequiredNames.Where(n => n != lacking && !TestTemplates.All.ContainsKey($"de/{n}"))
            .Select(n => KeyValuePair.Create($"de/{n}", TestTemplates.All[$"en/{n}"] with { Language = "de" })).Concat(TestTemplates.All).ToDictionary(),
    };

    [Fact]
    public async Task Automatic_mail_is_not_answered_and_the_reason_is_kept()
    {
        var result = await RunAsync(new Situation { Automatic = true, Passages = [Reset] });
        ReplyOf(result).ShouldSatisfyAllConditions(r => r.Type.ShouldBe(ReplyType.Suppressed), r => r.SuppressedBecause.ShouldBe("out of office"));
        result.Messages.ShouldBeEmpty();
        result.Timers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_compliment_is_thanked_for_and_a_suggestion_recorded_without_a_promise()
    {
        ReplyOf(await RunAsync(new Situation { IssueType = IssueType.Compliment, Passages = [Reset] })).Template.ShouldBe("compliment");
        ReplyOf(await RunAsync(new Situation { Category = Category.FeatureRequest, IssueType = IssueType.Request })).Template.ShouldBe("feature_request");
    }

    [Fact]
    public async Task A_customer_who_confirms_the_solution_closes_the_case_once()
    {
        var s = new Situation { Passages = [Reset] };
        var (answered, _) = await s.RunAsync(s.Decided());
        var (solved, ran) = await s.RunAsync(s.NextTurn(Situation.Delivered(answered, s.Now), "That solved it, thank you!"));
        solved.Status.ShouldBe(CaseStatus.Resolved);
        Situation.ToCustomer(ran.Single().Result)!.Body.ShouldContain("closing this conversation");

        var (again, second) = await s.RunAsync(s.NextTurn(Situation.Delivered(solved, s.Now), "Thanks!"));
        again.Status.ShouldBe(CaseStatus.Resolved);
        second.Single().Result.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_in_copy_cannot_close_the_case()
    {
        var s = new Situation { Passages = [Reset] };
        var (answered, _) = await s.RunAsync(s.Decided());
        var (c, _) = await s.RunAsync(s.NextTurn(answered, "That solved it, thank you!", fromCustomer: false));
        c.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task An_order_of_the_customer_is_answered_from_the_records_and_from_nothing_else()
    {
        var customer = new CustomerContext { Id = "C-1", Source = "crm", RecentOrders = [new Order("A-17", "in transit", "TR9", new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero))] };
        var s = new Situation { Category = Category.Shipping, Customer = customer, Entities = new Entities { OrderIds = ["#a-17"] } };
        var reply = ReplyOf(await RunAsync(s));
        reply.Grounding.ShouldBe(Grounding.AccountFact);
        reply.Text.ShouldContain("Status: in transit\nTracking: TR9\nExpected delivery: 5 March 2026");
        StrategyOf(await RunAsync(s with { Entities = new Entities { OrderIds = ["B-99"] } })).ShouldBe(Strategy.RequestMoreInfo);
    }

    [Fact]
    public async Task The_reply_matches_the_customer_s_style()
    {
        var casual = ReplyOf(await RunAsync(new Situation { Style = CommunicationStyle.Casual }));
        casual.Text.ShouldStartWith("Hi Ana,");
        casual.Tone.ShouldBe(Tone.Friendly);
        ReplyOf(await RunAsync(new Situation { Frustration = 70 })).Text.ShouldContain("I am sorry");
        ReplyOf(await RunAsync(new Situation { Style = CommunicationStyle.Technical, Passages = [Reset] })).Template.ShouldBe("answer_technical");
        ReplyOf(await RunAsync(new Situation { Name = null })).Text.ShouldStartWith("Hello,");
    }

    [Fact]
    public async Task Without_an_address_the_text_goes_to_the_ticket() =>
        (await RunAsync(new Situation { Email = null, ExternalId = "ZD-9" })).Messages.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(m => m.Channel.ShouldBe(ChannelKind.HelpDesk), m => m.To.ShouldBe("ZD-9"));

    [Fact]
    public async Task A_customer_s_placeholder_stays_what_it_is() =>
        ReplyOf(await RunAsync(new Situation { Subject = "What is {{company}}" })).Text.ShouldContain("\"What is {{company}}\"");

    [Fact]
    public async Task A_template_that_promises_money_is_refused_and_people_take_over()
    {
        var templates = TestTemplates.All.ToDictionary();
        templates["en/clarification"] = templates["en/clarification"] with { Text = "We will refund you. {{question}}" };
        var s = new Situation { Policy = TestTemplates.Policy with { Templates = templates } };
        var (c, ran) = await s.RunAsync(s.Decided());
        ran[0].Result.Events.OfType<StepDegraded>().ShouldHaveSingleItem().Reason.ShouldContain("Refund");
        c.Owner.ShouldBe(Owner.Queue);
        Situation.ToCustomer(ran[^1].Result)!.Body.ShouldNotContain("refund");
    }

    [Theory]
    [InlineData(EscalationKind.NoEscalation)]
    [InlineData(EscalationKind.ImmediateEscalation)]
    public async Task The_fallback_still_answers_and_makes_somebody_look(EscalationKind kind)
    {
        var s = new Situation { Kind = kind, Urgency = Urgency.Immediate, Policy = TestPolicy.Default };
        var result = s.Conversation.Fallback(s.Decided(), s.Context, new StepFailure("no template"));
        result.Events.OfType<StepDegraded>().ShouldHaveSingleItem();
        var c = Situation.Apply(s.Decided(), result, s.Now);
        s.Conversation.Holds(c).ShouldBeFalse();
        var (handed, ran) = await s.RunAsync(c);
        handed.Owner.ShouldBe(Owner.Queue);
        Situation.ToCustomer(ran.Single().Result)!.Body.ShouldContain("has reached us");
    }

    [Theory]
    [InlineData(Owner.Queue)]
    [InlineData(Owner.Person)]
    public void People_s_cases_are_not_answered(Owner owner) => new Situation().Conversation.Holds(new Situation().Decided() with { Owner = owner }).ShouldBeFalse();
}
