using Baton.Cases;
using Baton.Classification;

namespace Baton.Policies;

/// <summary>
/// The company's rules, thresholds, teams, permitted actions and service levels: one validated YAML file, immutable once read.
/// Every value has its range checked by <c>PolicyReader</c>; an edit takes effect for the next step that runs.
/// </summary>
public sealed record Policy
{
    /// <summary>SHA-256 of the file and its templates, first 12 hex digits; on every decision that was made under it.</summary>
    public required string Hash { get; init; }
    public required string Company { get; init; }
    public required IReadOnlyList<HardRulePolicy> HardRules { get; init; }
    public required ThresholdPolicy Thresholds { get; init; }
    public required IReadOnlyDictionary<Category, string> Routing { get; init; }
    public required IReadOnlyDictionary<string, TeamPolicy> Teams { get; init; }

    /// <summary>Three levels each: <c>technical</c>, <c>billing</c>, <c>urgent</c>, … A team names the one it uses.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> EscalationPaths { get; init; }

    /// <summary>Minutes to a first real response.</summary>
    public required IReadOnlyDictionary<Priority, int> ResponseMinutes { get; init; }
    public required IReadOnlyDictionary<Urgency, UrgencyPolicy> Urgencies { get; init; }
    public required HoursPolicy Hours { get; init; }
    public required IReadOnlyDictionary<string, ActionPolicy> Actions { get; init; }
    public required ConversationPolicy Conversation { get; init; }
    public required OutcomePolicy Outcomes { get; init; }
    public required EmergencyPolicy Emergency { get; init; }

    /// <summary>By language and name: <c>en/acknowledgement</c>.</summary>
    public required IReadOnlyDictionary<string, Template> Templates { get; init; }

    /// <summary>The team of a category; general support where routing names none.</summary>
    public string TeamOf(Category category) => Routing.GetValueOrDefault(category, "general_support");

    /// <summary>The three levels above a team; the urgent path where it names none.</summary>
    public IReadOnlyList<string> PathOf(string team) =>
        Teams.TryGetValue(team, out var t) && EscalationPaths.TryGetValue(t.EscalationPath, out var path) ? path : EscalationPaths["urgent"];
}

/// <summary>A rule that sends a case to people without asking a model. Which fields count depends on <see cref="Kind"/>.</summary>
public sealed record HardRulePolicy
{
    /// <summary>Its name on decisions and in reports: <c>legal</c>.</summary>
    public required string Id { get; init; }
    public required RuleKind Kind { get; init; }

    /// <summary>One sentence that people read.</summary>
    public required string Reason { get; init; }

    /// <summary>Words and phrases, matched as words in any inflection; empty for rules about facts.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Phrases in whose presence around a match the match does not count (<c>i am an attorney</c>).</summary>
    public IReadOnlyList<string> Unless { get; init; } = [];

    /// <summary>For <see cref="RuleKind.Tier"/>.</summary>
    public IReadOnlyList<CustomerTier> Tiers { get; init; } = [];

    /// <summary>For <see cref="RuleKind.Value"/>: a lifetime value above this matches.</summary>
    public decimal? Over { get; init; }

    /// <summary>For <see cref="RuleKind.RepeatContact"/>: this contact and those before it on the same issue make the count.</summary>
    public int? Contacts { get; init; }
    public int? WithinDays { get; init; }

    /// <summary>For <see cref="RuleKind.RepeatContact"/>: from which similarity (0 to 1) two issues are the same.</summary>
    public double? Similarity { get; init; }
}

/// <summary>Scores at which things happen, 0 to 100 unless said otherwise; the numbers of spec section 2.</summary>
public sealed record ThresholdPolicy
{
    /// <summary>Above: immediate flag.</summary>
    public int ImmediateFrustration { get; init; } = 85;
    public int ImmediateRisk { get; init; } = 90;
    public int ImmediateComplexity { get; init; } = 90;

    /// <summary>Above: the reasoner's advice is to escalate; the base that context adapts.</summary>
    public int EscalationRisk { get; init; } = 70;

    /// <summary>How many points context may move <see cref="EscalationRisk"/>, each way.</summary>
    public int AdaptationLimit { get; init; } = 20;

    /// <summary>Added for a tier (negative escalates sooner).</summary>
    public IReadOnlyDictionary<CustomerTier, int> TierAdjustment { get; init; } = new Dictionary<CustomerTier, int>();
    public int HighImpactAdjustment { get; init; } = -10;
    public int OutOfHoursAdjustment { get; init; } = 5;

    /// <summary>Unclaimed cases of a team from which it counts as loaded.</summary>
    public int LoadedQueue { get; init; } = 20;
    public int LoadedQueueAdjustment { get; init; } = 5;

    /// <summary>An answer below this confidence (0 to 1) is not sent by itself.</summary>
    public double AnswerConfidence { get; init; } = 0.7;

    /// <summary>Negative customer turns in a row after an answer that send the case to people.</summary>
    public int NegativeTurns { get; init; } = 2;
}

public sealed record TeamPolicy
{
    public required string Email { get; init; }

    /// <summary>The team's channel by chat platform; <c>default</c> where a platform names none.</summary>
    public IReadOnlyDictionary<string, string> Channels { get; init; } = new Dictionary<string, string>();
    public required string EscalationPath { get; init; }
}

/// <summary>Minutes. <see cref="HandoffFrom"/> to <see cref="HandoffTo"/> is when a person is expected to take it.</summary>
public sealed record UrgencyPolicy(int EscalateAfter, int HandoffFrom, int HandoffTo, int FollowUp);

/// <summary>When people work. Critical and urgent cases page the on-call at any time.</summary>
public sealed record HoursPolicy
{
    /// <summary>IANA name.</summary>
    public required string TimeZone { get; init; }
    public required IReadOnlyDictionary<DayOfWeek, OpenHours> Days { get; init; }
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <summary>Mail address that is paged out of hours.</summary>
    public required string OnCall { get; init; }
}

/// <summary>From and up to, not including, by the wall clock. <see cref="TimeOnly.MaxValue"/> stands for the end of the day.</summary>
public sealed record OpenHours(TimeOnly From, TimeOnly To);

/// <summary>What the agent may do by itself, and up to what; a null limit is none.</summary>
public sealed record ActionPolicy(string Name, decimal? Limit, string? Unit, string Describe);

public sealed record ConversationPolicy
{
    /// <summary>Seconds without a new message after which a burst counts as one turn. The first message never waits.</summary>
    public double QuietSeconds { get; init; } = 5;
    public int MaxWords { get; init; } = 150;

    /// <summary>Automatic mails an hour to one address; further ones are withheld.</summary>
    public int MailsPerHour { get; init; } = 5;
    public double FollowUpHours { get; init; } = 4;

    /// <summary>Languages (ISO 639-1) that replies can be written in; others go to people.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    /// <summary>From which score (0 to 1) a knowledge passage answers.</summary>
    public double AnswerScore { get; init; } = 0.5;
}

public sealed record OutcomePolicy
{
    public double ResolutionCheckHours { get; init; } = 2;
    public double SurveyHours { get; init; } = 24;
    public double FinalAnalysisHours { get; init; } = 72;
    public double DurableDays { get; init; } = 7;

    /// <summary>From which similarity (0 to 1) a new ticket is about the same issue as a resolved one.</summary>
    public double SameIssueSimilarity { get; init; } = 0.5;
}

/// <summary>Who is told when every other way failed.</summary>
public sealed record EmergencyPolicy(string Email, string Channel);

/// <summary>A text with <c>{{placeholders}}</c>, by name and language.</summary>
public sealed record Template(string Name, string Language, string Text);
