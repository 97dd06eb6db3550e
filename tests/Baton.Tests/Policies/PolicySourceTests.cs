using Baton.Policies;
using Microsoft.Extensions.Logging;

namespace Baton.Tests.Policies;

public sealed class PolicySourceTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly Lines _log = new();
    private readonly PolicySource _source;
    private Func<PolicyFiles> _files = () => DefaultPolicyFile.Files;

    public PolicySourceTests() =>
        _source = new PolicySource(PolicyReader.Read(DefaultPolicyFile.Files).Policy!, () => _files(), PolicyReader.Read, _time, _log);

    public void Dispose() => _source.Dispose();

    private void Edit(string passage, string by)
    {
        var files = DefaultPolicyFile.Files with { Yaml = DefaultPolicyFile.With(passage, by) };
        _files = () => files;
    }

    private void PassASecond() => _time.Advance(PolicySource.Interval);

    [Fact]
    public void An_edit_takes_effect_within_a_second()
    {
        var before = _source.Current.Hash;
        Edit("escalationRisk: 70", "escalationRisk: 60");

        _source.Current.Thresholds.EscalationRisk.ShouldBe(70);
        PassASecond();

        _source.Current.Thresholds.EscalationRisk.ShouldBe(60);
        _source.Current.Hash.ShouldNotBe(before);
        _log.Written.ShouldHaveSingleItem().ShouldContain(before);
    }

    [Fact]
    public void A_changed_template_alone_is_an_edit()
    {
        var templates = DefaultPolicyFile.Templates.ToDictionary();
        templates["en/acknowledgement"] = templates["en/acknowledgement"] with { Text = "Got it." };
        _files = () => DefaultPolicyFile.Files with { Templates = templates };

        PassASecond();

        _source.Current.Templates["en/acknowledgement"].Text.ShouldBe("Got it.");
    }

    [Fact]
    public void A_broken_edit_is_refused_and_logged_once_and_the_old_policy_stays()
    {
        var before = _source.Current;
        Edit("escalationRisk: 70", "escalationRisk: lots");

        PassASecond();
        PassASecond();

        _source.Current.ShouldBeSameAs(before);
        _source.LastErrors.ShouldHaveSingleItem().Key.ShouldBe("thresholds.escalationRisk");
        var line = _log.Written.ShouldHaveSingleItem();
        line.ShouldContain("thresholds.escalationRisk");
        line.ShouldContain(before.Hash);
    }

    [Fact]
    public void Mending_the_edit_clears_the_errors()
    {
        Edit("escalationRisk: 70", "escalationRisk: lots");
        PassASecond();
        Edit("escalationRisk: 70", "escalationRisk: 65");
        PassASecond();

        _source.LastErrors.ShouldBeEmpty();
        _source.Current.Thresholds.EscalationRisk.ShouldBe(65);
    }

    [Fact]
    public void Taking_a_broken_edit_back_clears_the_errors_and_changes_nothing()
    {
        var before = _source.Current;
        Edit("escalationRisk: 70", "escalationRisk: lots");
        PassASecond();
        _files = () => DefaultPolicyFile.Files;
        PassASecond();

        _source.LastErrors.ShouldBeEmpty();
        _source.Current.ShouldBeSameAs(before);
    }

    [Fact]
    public void A_file_that_cannot_be_read_for_a_while_changes_nothing()
    {
        var before = _source.Current;
        _files = () => throw new FileNotFoundException("no policy.yaml");
        PassASecond();

        _source.Current.ShouldBeSameAs(before);
        _source.LastErrors.ShouldHaveSingleItem().Message.ShouldContain("no policy.yaml");

        _files = () => DefaultPolicyFile.Files;
        PassASecond();
        _source.LastErrors.ShouldBeEmpty();
    }

    private sealed class Lines : ILogger<PolicySource>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}
