using Baton.Cases;

namespace Baton.Tests.Reasoning.Local;

/// <summary>Grave matters told calmly, words that only look grave, and praise that is not meant.</summary>
public class QuietMatterTests
{
    [Theory]
    [InlineData("When I opened my policy it showed me the address and the bank details of another family. I thought you should know.")]
    [InlineData("A payslip of somebody at another firm ended up in my inbox this morning. No hurry.")]
    [InlineData("The export lists the names and phone numbers of people we have never heard of.")]
    [InlineData("Our clinic sees the lab results of a different practice. I suppose we should not be seeing them?")]
    [InlineData("The order confirmation that was sent to me is not meant for me: it has the card details of a lady in Bristol.")]
    [InlineData("My dashboard displays the invoices of another customer.")]
    public void Other_peoples_data_in_sight_is_a_security_matter_however_calmly_told(string text)
    {
        var labels = Judged.Of(text).Labels;
        labels.Category.ShouldBe(Category.Security);
        labels.UrgencyIndicators.ShouldContain(UrgencyIndicator.SecurityRelated);
    }

    [Theory]
    [InlineData("Can I give someone else access to my calendar?")]
    [InlineData("I saw the brochure of another firm and liked their invoice. Can mine look like that?")]
    [InlineData("How do I share a document with somebody else?")]
    [InlineData("Can other members of our team see my tasks?")]
    public void To_speak_of_others_is_no_leak(string text) => Judged.Of(text).Labels.UrgencyIndicators.ShouldNotContain(UrgencyIndicator.SecurityRelated);

    [Theory]
    [InlineData("We have decided to leave when our term is over. Please confirm the last day. Thank you for everything!")]
    [InlineData("After six years our bakery will not be renewing. Could you tell us how to export everything before we go? Many thanks for your help.")]
    [InlineData("I have signed with another provider and would like to know my end date.")]
    [InlineData("We are moving to another supplier in May. It was a pleasure.")]
    [InlineData("The board has decided to end our agreement at the end of June; kindly send the final invoice.")]
    public void Who_takes_leave_quietly_still_leaves(string text)
    {
        var judged = Judged.Of(text);
        judged.Labels.EscalationSignals.ShouldContain(EscalationSignal.ChurnThreat);
        judged.Scores.ChurnRisk!.Value.ShouldBeGreaterThan(60);
        judged.Labels.IssueType.ShouldNotBe(IssueType.Compliment);
    }

    [Theory]
    [InlineData("One of our nurses has decided to leave at the end of the month. How do I remove her?")]
    [InlineData("We have decided to move our office to another city. How do we change the address?")]
    [InlineData("Can I move a task to another project?")]
    [InlineData("We would like to switch to another plan with more seats.")]
    public void Other_moves_are_no_farewell(string text) => Judged.Of(text).Labels.EscalationSignals.ShouldNotContain(EscalationSignal.ChurnThreat);

    [Theory]
    [InlineData("Will Sue get the invitation by mail?")]
    [InlineData("can sue from accounts see it too?")]
    [InlineData("Sue and Mark join on Monday. I told Sue she can ask you.")]
    public void A_first_name_threatens_nobody(string text) => Judged.Of(text).Labels.EscalationSignals.ShouldNotContain(EscalationSignal.LegalThreats);

    [Theory]
    [InlineData("If this goes on we will sue you.")]
    [InlineData("WE WILL SUE YOUR COMPANY")]
    [InlineData("We are ready to sue for damages.")]
    public void To_sue_is_a_threat(string text) => Judged.Of(text).Labels.EscalationSignals.ShouldContain(EscalationSignal.LegalThreats);

    [Theory]
    [InlineData("Congratulations! For the third week running my parcel is lost. Truly outstanding work.")]
    [InlineData("Brilliant. The report failed again, every single Monday. Fantastic service.")]
    [InlineData("Bravo, you have managed to lose my booking yet again. Simply amazing.")]
    public void Praise_for_what_went_wrong_again_is_bitter(string text) => (Judged.Of(text).Scores.Sentiment <= Sentiment.Negative).ShouldBeTrue();

    [Theory]
    [InlineData("Congratulations on the new release, it is outstanding!")]
    [InlineData("You lost my parcel but replaced it the next day. Outstanding work, thank you!")]
    [InlineData("Fantastic team: third time I order, and once again perfect.")]
    public void Honest_praise_stays_praise(string text) => (Judged.Of(text).Scores.Sentiment >= Sentiment.Positive).ShouldBeTrue();

    [Theory]
    [InlineData("Nobody in our call centre can log in and every call times out.")]
    public void A_business_that_stands_still_is_an_outage(string text)
    {
        var labels = Judged.Of(text).Labels;
        labels.Category.ShouldBe(Category.Technical);
        labels.UrgencyIndicators.ShouldContain(UrgencyIndicator.OutageRelated);
    }

    [Theory]
    [InlineData("I am still waiting for my money from March.")]
    [InlineData("The refund you promised never arrived, and I have called four times about it.")]
    public void Money_that_never_came_back_is_a_billing_matter(string text) => Judged.Of(text).Labels.Category.ShouldBe(Category.Billing);

    [Fact]
    public void A_payment_never_made_is_nothing_to_be_pleased_about() => (Judged.Of("There are payments on my card that I never made. Somebody used it without my permission. Thank you for your help!").Scores.Sentiment <= Sentiment.Neutral).ShouldBeTrue();
}
