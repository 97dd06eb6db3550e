using System.Text;
using System.Text.Json;
using Baton.Adapters.Connectors;
using Baton.Adapters.Connectors.Files;
using Baton.Cases;
using Baton.Connectors;

namespace Baton.Tests.Connectors.Files;

public sealed class FileChannelTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly FileMailChannel _mail;

    public FileChannelTests() => _mail = new FileMailChannel(_data.Path, new MailSender("support@northwind.example", "Nørthwind Support"), new ManualTime());

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_mail_is_one_eml_file_that_a_mail_reader_opens()
    {
        var delivery = await _mail.SendAsync(TestMessages.HandoffMail, TestMessages.WithPackage, Token);

        delivery.ShouldBeOfType<Delivery.Sent>();
        var path = _data.Files.ShouldHaveSingleItem();
        path.ShouldStartWith(Path.Combine(_data.Path, "outgoing", "mail"));
        Path.GetFileName(path).ShouldBe("TICK-1.2.handoff_mail.eml");
        var mail = new ReceivedMail(await File.ReadAllTextAsync(path, Token));
        mail.Subject.ShouldBe(TestMessages.HandoffMail.Subject);
        mail["Message-ID"].ShouldBe("<TICK-1.2.handoff_mail@baton.local>");
        mail["Date"].ShouldBe("Mon, 02 Mar 2026 10:00:00 +0000");
        mail["To"].ShouldBe("engineering@northwind.example");
        mail["From"]!.ShouldEndWith(" <support@northwind.example>");
        mail.Parts.Count.ShouldBe(2);
        mail.Parts[0].Text.ShouldBe(TestMessages.HandoffMail.Body.ReplaceLineEndings("\n"));
        mail.Parts[1].Text.ShouldBe(Encoding.UTF8.GetString(TestMessages.WithPackage.PackageJson!));
        mail.Parts[1]["Content-Disposition"].ShouldBe("attachment; filename=\"handoff.json\"");
    }

    [Fact]
    public async Task Every_line_of_a_mail_is_short_ASCII_and_ends_in_CRLF()
    {
        await _mail.SendAsync(TestMessages.HandoffMail, TestMessages.WithPackage, Token);

        var raw = await File.ReadAllTextAsync(_data.Files[0], Token);
        Ascii.IsValid(raw).ShouldBeTrue();
        raw.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        raw.Split("\r\n").ShouldAllBe(l => l.Length <= 78);
    }

    [Theory]
    [InlineData(MessagePurpose.Reply, "auto-replied")]
    [InlineData(MessagePurpose.Acknowledgment, "auto-replied")]
    [InlineData(MessagePurpose.Survey, "auto-replied")]
    [InlineData(MessagePurpose.HandoffMail, "auto-generated")]
    [InlineData(MessagePurpose.PersonReply, null)]
    public async Task A_machines_mail_says_so_and_a_persons_does_not(MessagePurpose purpose, string? said)
    {
        await _mail.SendAsync(TestMessages.Reply() with { Purpose = purpose }, TestMessages.Context, Token);

        new ReceivedMail(await File.ReadAllTextAsync(_data.Files[0], Token))["Auto-Submitted"].ShouldBe(said);
    }

    [Fact]
    public async Task A_subject_cannot_add_a_header()
    {
        await _mail.SendAsync(TestMessages.Reply() with { Subject = "hello\r\nBcc: everybody@customer.example" }, TestMessages.Context, Token);

        var mail = new ReceivedMail(await File.ReadAllTextAsync(_data.Files[0], Token));
        mail["Bcc"].ShouldBeNull();
        mail.Subject.ShouldContain("Bcc: everybody@customer.example");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("a@b.example, c@d.example")]
    public async Task What_is_not_one_mail_address_is_refused(string to)
    {
        (await _mail.SendAsync(TestMessages.Reply() with { To = to }, TestMessages.Context, Token)).ShouldBeOfType<Delivery.Refused>();
        _data.Files.ShouldBeEmpty();
    }

    public static TheoryData<string> RubbishIds =>
    [
        "../../etc/passwd", "/etc/passwd", "..", ".", "", ".hidden", "a/b\\c:d*e?", "C:\\boot.ini", "nul\0byte", "line\r\nbreak",
        "🔥🔥.1.reply", "日本語.1.reply", new string('x', 300), "\ud800.1.reply",
    ];

    [Theory]
    [MemberData(nameof(RubbishIds), DisableDiscoveryEnumeration = true)]
    public async Task No_id_leaves_the_folder(string id)
    {
        var delivery = await _mail.SendAsync(TestMessages.Reply(id), new MessageContext(id, null), Token);

        delivery.ShouldBeOfType<Delivery.Sent>();
        var file = _data.Files.ShouldHaveSingleItem();
        Path.GetRelativePath(Path.Combine(_data.Path, "outgoing", "mail"), file).ShouldMatch("^[0-9a-f]{2}/[A-Za-z0-9_~.-]{1,120}[.]eml$");
        new ReceivedMail(await File.ReadAllTextAsync(file, Token))["Message-ID"]!.ShouldMatch("^<[A-Za-z0-9_~-]+([.][A-Za-z0-9_~-]+)*@baton[.]local>$");
    }

    [Fact]
    public async Task Two_ids_never_share_a_file()
    {
        string[] ids = ["a/b.1.reply", "a-b.1.reply", "a\\b.1.reply", "\ud800.1.reply", "\ud801.1.reply", new string('x', 300), new string('x', 301)];
        foreach (var id in ids)
            await _mail.SendAsync(TestMessages.Reply(id), TestMessages.Context, Token);

        _data.Files.Count.ShouldBe(ids.Length);
    }

    [Fact]
    public async Task The_same_message_twice_arrives_once_and_is_not_touched_again()
    {
        await _mail.SendAsync(TestMessages.Reply(), TestMessages.Context, Token);
        var second = await _mail.SendAsync(TestMessages.Reply() with { Body = "another text" }, TestMessages.Context, Token);

        second.ShouldBeOfType<Delivery.Sent>();
        new ReceivedMail(await File.ReadAllTextAsync(_data.Files.ShouldHaveSingleItem(), Token)).Text.ShouldContain("try it again");
    }

    [Fact]
    public async Task Many_attempts_at_once_leave_one_whole_file()
    {
        var deliveries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _mail.SendAsync(TestMessages.Reply(), TestMessages.Context, Token))));

        deliveries.ShouldAllBe(d => d is Delivery.Sent);
        new ReceivedMail(await File.ReadAllTextAsync(_data.Files.ShouldHaveSingleItem(), Token)).Text.ShouldContain("try it again");
    }

    [Fact]
    public async Task A_crash_before_the_rename_is_not_taken_for_a_delivery()
    {
        await _mail.SendAsync(TestMessages.Reply(), TestMessages.Context, Token);
        var delivered = _data.Files[0];
        File.Move(delivered, delivered + ".dbn4iqzk.tmp");

        await _mail.SendAsync(TestMessages.Reply(), TestMessages.Context, Token);

        File.Exists(delivered).ShouldBeTrue();
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written_means_another_try()
    {
        await File.WriteAllTextAsync(Path.Combine(_data.Path, "outgoing"), "a file where the folder should be", Token);

        var retry = (await _mail.SendAsync(TestMessages.Reply(), TestMessages.Context, Token)).ShouldBeOfType<Delivery.Retry>();

        retry.Error.ShouldStartWith("The message could not be written to");
    }

    [Fact]
    public async Task Chat_messages_and_ticket_updates_are_JSON_with_all_their_facts()
    {
        var chat = TestMessages.HandoffMail with { Id = "TICK-1.3.handoff_chat", Purpose = MessagePurpose.HandoffChat, Channel = ChannelKind.Chat, To = "#engineering" };
        await new FileChatChannel(_data.Path).SendAsync(chat, TestMessages.WithPackage, Token);
        await new FileHelpDesk(_data.Path).SendAsync(chat, TestMessages.Context, Token);

        var files = Directory.GetFiles(Path.Combine(_data.Path, "outgoing", "chat"), "TICK-1.3.handoff_chat.json", SearchOption.AllDirectories);
        Directory.GetFiles(Path.Combine(_data.Path, "outgoing", "helpdesk"), "TICK-1.3.handoff_chat.json", SearchOption.AllDirectories).Length.ShouldBe(1);
        var json = JsonDocument.Parse(await File.ReadAllTextAsync(files.ShouldHaveSingleItem(), Token)).RootElement;
        json.GetProperty("id").GetString().ShouldBe("TICK-1.3.handoff_chat");
        json.GetProperty("purpose").GetString().ShouldBe("handoff_chat");
        json.GetProperty("ticketId").GetString().ShouldBe("TICK-1");
        json.GetProperty("to").GetString().ShouldBe("#engineering");
        json.GetProperty("text").GetString().ShouldBe(chat.Body);
        json.GetProperty("fields").GetProperty("urgency").GetString().ShouldBe("immediate");
        json.GetProperty("package").GetProperty("brief").GetProperty("issue").GetString().ShouldBe("Größe");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
