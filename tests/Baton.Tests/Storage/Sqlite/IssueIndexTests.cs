using Baton.Adapters.Storage.Sqlite;

namespace Baton.Tests.Storage.Sqlite;

public sealed class IssueIndexTests
{
    private readonly IssueIndex _index = new();

    [Fact]
    public void An_issue_is_seen_once_it_is_committed_and_never_when_it_was_rolled_back()
    {
        _index.Put(1, ["refund", "invoic", "card"]);
        _index.Rollback();
        _index.Commit();
        _index.FindSimilar(["refund", "invoic", "card"]).ShouldBeEmpty();

        _index.Put(2, ["refund", "invoic", "card"]);
        _index.FindSimilar(["refund", "invoic", "card"]).ShouldBeEmpty();
        _index.Commit();
        _index.FindSimilar(["refund", "invoic", "card"]).ShouldBe([2]);
    }

    [Fact]
    public void The_oldest_issue_is_forgotten_when_more_come_than_are_remembered()
    {
        Remember(0, "refund", "invoic", "unique");
        for (var key = 1; key < IssueIndex.Remembered; key++)
            Remember(key, "refund", $"word{key}", "card");
        _index.FindSimilar(["unique"]).ShouldBe([0]);

        Remember(IssueIndex.Remembered, "refund", "late", "card");

        _index.FindSimilar(["unique"]).ShouldBeEmpty();
        _index.FindSimilar(["word1"]).ShouldBe([1]);
        _index.FindSimilar(["late"]).ShouldBe([IssueIndex.Remembered]);
    }

    [Fact]
    public void An_issue_remembered_anew_keeps_its_place_among_the_old()
    {
        Remember(1, "refund", "invoic", "card");
        Remember(2, "password", "reset", "login");
        Remember(1, "parcel", "late", "box");

        _index.FindSimilar(["refund", "invoic", "card"]).ShouldBeEmpty();
        _index.FindSimilar(["parcel", "late", "box"]).ShouldBe([1]);
    }

    private void Remember(long key, params string[] keywords)
    {
        _index.Put(key, keywords);
        _index.Commit();
    }
}
