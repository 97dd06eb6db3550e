using Baton.Intake;

namespace Baton.Tests.Intake;

public sealed class AutomaticMailTests
{
    [Theory]
    [InlineData("Auto-Submitted", "auto-replied")]
    [InlineData("auto-submitted", "auto-generated; type=notice")]
    [InlineData("Precedence", "bulk")]
    [InlineData("Precedence", "Junk")]
    [InlineData("Precedence", "list")]
    [InlineData("precedence", "auto_reply")]
    [InlineData("X-Auto-Response-Suppress", "All")]
    [InlineData("X-Auto-Response-Suppress", "DR, OOF, AutoReply")]
    [InlineData("X-Autoreply", "yes")]
    [InlineData("X-Autorespond", "Out of office")]
    [InlineData("List-Unsubscribe", "<mailto:leave@news.example>")]
    [InlineData("List-Id", "Weekly news <weekly.news.example>")]
    [InlineData("Return-Path", "<>")]
    [InlineData("Return-Path", " < > ")]
    [InlineData("Content-Type", "multipart/report; report-type=delivery-status; boundary=x")]
    public void A_header_tells_automatic_mail(string name, string value) => Detect(name, value).ShouldNotBeNull();

    [Theory]
    [InlineData("Auto-Submitted", "no")]
    [InlineData("Auto-Submitted", "No (a person pressed send)")]
    [InlineData("Auto-Submitted", "")]
    [InlineData("Precedence", "first-class")]
    [InlineData("X-Auto-Response-Suppress", "DR, RN, NRN")]
    [InlineData("X-Auto-Response-Suppress", "None")]
    [InlineData("Return-Path", "<dana@example.com>")]
    [InlineData("Content-Type", "text/plain")]
    public void Other_values_of_these_headers_are_peoples(string name, string value) => Detect(name, value).ShouldBeNull();

    [Fact]
    public void Mail_through_a_group_that_people_post_to_is_a_persons()
    {
        var group = new Dictionary<string, string>
        {
            ["Precedence"] = "list",
            ["List-ID"] = "<support.northwind.example>",
            ["List-Post"] = "<mailto:support@northwind.example>",
            ["List-Unsubscribe"] = "<https://groups.example/leave>",
        };

        AutomaticMail.Detect(group, "dana@example.com", "Cannot log in").ShouldBeNull();
        group["List-Post"] = "NO (announcements only)";
        AutomaticMail.Detect(group, "dana@example.com", "Cannot log in").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("MAILER-DAEMON@mx.example.com")]
    [InlineData("postmaster@example.com")]
    [InlineData("no-reply@shop.example")]
    [InlineData("noreply@shop.example")]
    [InlineData("NoReply+1234@shop.example")]
    [InlineData("do_not_reply@shop.example")]
    [InlineData("donotreply@shop.example")]
    [InlineData("no-reply-billing@shop.example")]
    [InlineData("Shop <no.reply@shop.example>")]
    [InlineData("bounces+99=dana=example.com@lists.example")]
    [InlineData("nicht-antworten@laden.example")]
    public void An_address_that_takes_no_answer_is_a_machines(string from) => AutomaticMail.Detect(null, from, "Hello").ShouldNotBeNull();

    [Theory]
    [InlineData("dana@example.com")]
    [InlineData("noreen@example.com")]
    [InlineData("reply@example.com")]
    [InlineData("\"No Reply Needed\" <dana@example.com>")]
    [InlineData("dana@noreply.example")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_addresses_are_peoples(string? from) => AutomaticMail.Detect(null, from, "Hello").ShouldBeNull();

    [Theory]
    [InlineData("Automatic reply: Your ticket 4711")]
    [InlineData("Auto-Reply: thanks for writing")]
    [InlineData("Auto: away until Monday")]
    [InlineData("[EXTERNAL] Automatic reply: Re: invoice")]
    [InlineData("Out of Office")]
    [InlineData("Out of the office: Re: invoice")]
    [InlineData("Out of Office AutoReply: Re: invoice")]
    [InlineData("Out of office - back on Monday")]
    [InlineData("Automatische Antwort: Ihre Rechnung")]
    [InlineData("Abwesenheitsnotiz")]
    [InlineData("Abwesend: Re: Rechnung")]
    [InlineData("Réponse automatique : votre facture")]
    [InlineData("Absence du bureau : votre facture")]
    [InlineData("Respuesta automática: su factura")]
    [InlineData("Fuera de la oficina: su factura")]
    [InlineData("Undeliverable: Your ticket 4711")]
    [InlineData("Undelivered Mail Returned to Sender")]
    [InlineData("Mail delivery failed: returning message to sender")]
    [InlineData("Delivery Status Notification (Failure)")]
    [InlineData("Returned mail: see transcript for details")]
    [InlineData("failure notice")]
    [InlineData("Unzustellbar: Ihr Ticket")]
    [InlineData("Échec de la remise de votre message")]
    [InlineData("Non remis : votre billet")]
    [InlineData("No se puede entregar: su solicitud")]
    public void A_subject_tells_auto_replies_and_bounces(string subject) => AutomaticMail.Detect(null, "dana@example.com", subject).ShouldNotBeNull();

    [Theory]
    [InlineData("Re: your out of office policy")]
    [InlineData("Out of office settings do not save")]
    [InlineData("How do I turn on automatic replies?")]
    [InlineData("Automatic reply feature is broken")]
    [InlineData("Autoreply not working")]
    [InlineData("Delivery failed for my parcel")]
    [InlineData("Delivery failure: order 1234")]
    [InlineData("Undelivered order")]
    [InlineData("Failure notice on my dashboard")]
    [InlineData("Abwesenheitsverwaltung funktioniert nicht")]
    [InlineData("Absence de facture dans mon compte")]
    [InlineData("Fuera de la oficina no puedo conectarme")]
    [InlineData("Auto renewal: please cancel")]
    [InlineData("")]
    [InlineData(null)]
    public void A_persons_subject_does_not(string? subject) => AutomaticMail.Detect(null, "dana@example.com", subject).ShouldBeNull();

    [Fact]
    public void A_ticket_is_judged_by_its_headers_sender_and_subject()
    {
        var ticket = new Ticket { Id = "T", Description = "I am away.", Subject = "Automatic reply: hello", CustomerEmail = "dana@example.com", ReceivedAt = default };

        AutomaticMail.Detect(ticket).ShouldBe("the subject of an auto-reply");
        AutomaticMail.Detect(ticket with { Subject = "Hello" }).ShouldBeNull();
    }

    private static string? Detect(string header, string value) =>
        AutomaticMail.Detect(new Dictionary<string, string> { ["From"] = "dana@example.com", [header] = value }, "dana@example.com", "Cannot log in");
}
