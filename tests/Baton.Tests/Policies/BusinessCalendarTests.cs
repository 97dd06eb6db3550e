using Baton.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tests.Policies;

public sealed class BusinessCalendarTests
{
    private static readonly BusinessCalendar Berlin = Weekdays("Europe/Berlin", "09:00", "18:00", new DateOnly(2026, 12, 25));

    private static BusinessCalendar Weekdays(string zone, string from, string to, params DateOnly[] holidays) => Of(
        zone, Enumerable.Range(1, 5).ToDictionary(d => (DayOfWeek)d, _ => new OpenHours(TimeOnly.Parse(from, null), TimeOnly.Parse(to, null))), holidays);

    private static BusinessCalendar EveryDay(string zone, TimeOnly from, TimeOnly to) => Of(zone, Enum.GetValues<DayOfWeek>().ToDictionary(d => d, _ => new OpenHours(from, to)));

    private static BusinessCalendar Of(string zone, IReadOnlyDictionary<DayOfWeek, OpenHours> days, params DateOnly[] holidays) =>
        new(new HoursPolicy { TimeZone = zone, Days = days, Holidays = holidays, OnCall = "on-call@northwind.example" });

    private static DateTimeOffset At(string iso) => DateTimeOffset.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-03-02T08:59:59+01:00", false)]
    [InlineData("2026-03-02T09:00:00+01:00", true)]
    [InlineData("2026-03-02T17:59:59+01:00", true)]
    [InlineData("2026-03-02T18:00:00+01:00", false)]
    [InlineData("2026-03-07T12:00:00+01:00", false)]
    [InlineData("2026-12-25T12:00:00+01:00", false)]
    [InlineData("2026-07-01T07:30:00+00:00", true)]
    [InlineData("2026-03-02T07:30:00+00:00", false)]
    public void People_work_within_the_hours_of_a_working_day(string at, bool open) => Berlin.IsOpen(At(at)).ShouldBe(open);

    [Theory]
    [InlineData("2026-03-02T10:00:00+01:00", "2026-03-02T10:00:00+01:00")]
    [InlineData("2026-03-02T06:00:00+01:00", "2026-03-02T09:00:00+01:00")]
    [InlineData("2026-03-06T18:00:00+01:00", "2026-03-09T09:00:00+01:00")]
    [InlineData("2026-12-24T20:00:00+01:00", "2026-12-28T09:00:00+01:00")]
    [InlineData("2026-03-28T12:00:00+01:00", "2026-03-30T09:00:00+02:00")]
    public void The_next_opening_is_on_the_next_working_day(string at, string opening) => Berlin.NextOpening(At(at)).ShouldBe(At(opening));

    [Theory]
    [InlineData("2026-03-02T10:00:00+01:00", 120, "2026-03-02T12:00:00+01:00")]
    [InlineData("2026-03-02T17:00:00+01:00", 120, "2026-03-03T10:00:00+01:00")]
    [InlineData("2026-03-06T17:30:00+01:00", 60, "2026-03-09T09:30:00+01:00")]
    [InlineData("2026-03-07T12:00:00+01:00", 15, "2026-03-09T09:15:00+01:00")]
    [InlineData("2026-03-02T09:00:00+01:00", 540, "2026-03-02T18:00:00+01:00")]
    [InlineData("2026-12-24T17:30:00+01:00", 60, "2026-12-28T09:30:00+01:00")]
    [InlineData("2026-03-27T17:30:00+01:00", 60, "2026-03-30T09:30:00+02:00")]
    public void Working_time_runs_only_while_people_work(string from, int minutes, string to) => Berlin.Add(At(from), TimeSpan.FromMinutes(minutes)).ShouldBe(At(to));

    [Theory]
    [InlineData("2026-03-29")]
    [InlineData("2026-10-25")]
    public void A_day_on_which_the_clock_changes_has_its_nine_hours(string day)
    {
        var calendar = EveryDay("Europe/Berlin", new TimeOnly(9, 0), new TimeOnly(18, 0));
        var opening = calendar.NextOpening(At($"{day}T05:00:00+01:00"));

        calendar.Local(opening).TimeOfDay.ShouldBe(TimeSpan.FromHours(9));
        calendar.Local(calendar.Add(opening, TimeSpan.FromHours(9))).TimeOfDay.ShouldBe(TimeSpan.FromHours(18));
    }

    [Fact]
    public void An_hour_that_the_clock_skips_is_not_worked()
    {
        var calendar = EveryDay("Europe/Berlin", new TimeOnly(2, 30), new TimeOnly(4, 0));

        calendar.NextOpening(At("2026-03-28T23:00:00Z")).ShouldBe(At("2026-03-29T03:00:00+02:00"));
        calendar.Add(At("2026-03-28T23:00:00Z"), TimeSpan.FromHours(1)).ShouldBe(At("2026-03-29T04:00:00+02:00"));
    }

    [Fact]
    public void A_day_whose_only_hours_are_skipped_is_a_closed_day()
    {
        var calendar = EveryDay("Europe/Berlin", new TimeOnly(2, 0), new TimeOnly(3, 0));

        calendar.NextOpening(At("2026-03-28T23:00:00Z")).ShouldBe(At("2026-03-30T02:00:00+02:00"));
    }

    [Fact]
    public void An_hour_that_the_clock_repeats_begins_with_the_first_of_the_two()
    {
        var calendar = EveryDay("Europe/Berlin", new TimeOnly(2, 30), new TimeOnly(4, 0));

        calendar.NextOpening(At("2026-10-24T22:00:00Z")).ShouldBe(At("2026-10-25T02:30:00+02:00"));
        calendar.Add(At("2026-10-24T22:00:00Z"), TimeSpan.FromHours(2.5)).ShouldBe(At("2026-10-25T04:00:00+01:00"));
    }

    [Fact]
    public void Around_the_clock_working_time_is_plain_time()
    {
        var calendar = EveryDay("America/New_York", TimeOnly.MinValue, TimeOnly.MaxValue);
        var from = At("2026-03-07T12:00:00Z");

        calendar.Add(from, TimeSpan.FromHours(100)).ShouldBe(from.AddHours(100));
        calendar.IsOpen(At("2026-03-08T04:59:59.9999999Z")).ShouldBeTrue();
    }

    [Fact]
    public void Without_any_open_hours_the_plain_sum_is_given()
    {
        var calendar = Of("UTC", new Dictionary<DayOfWeek, OpenHours>());
        var from = At("2026-03-07T12:00:00Z");

        calendar.Add(from, TimeSpan.FromHours(3)).ShouldBe(from.AddHours(3));
        calendar.NextOpening(from).ShouldBe(from);
        calendar.IsOpen(from).ShouldBeFalse();
    }

    [Fact]
    public void Local_is_what_a_wall_clock_there_shows() => Berlin.Local(At("2026-07-01T12:00:00Z")).ToString("HH:mm zzz", null).ShouldBe("14:00 +02:00");

    // Around both clock changes and the turn of the year, in zones north, south, with half hours, and with none.
    private static readonly BusinessCalendar[] Calendars =
    [
        Berlin,
        Weekdays("Australia/Sydney", "08:30", "17:15"),
        Weekdays("Asia/Kolkata", "10:00", "19:00", new DateOnly(2026, 1, 26)),
        Weekdays("UTC", "00:00", "12:00"),
        EveryDay("America/New_York", new TimeOnly(1, 30), new TimeOnly(3, 30)),
        EveryDay("Europe/Berlin", TimeOnly.MinValue, TimeOnly.MaxValue),
    ];

    private static Gen<(BusinessCalendar Calendar, DateTimeOffset At, TimeSpan A, TimeSpan B)> Any =>
        from calendar in Gen.Elements(Calendars)
        from minute in Gen.Choose(0, 400 * 24 * 60)
        from a in Gen.Choose(0, 6000)
        from b in Gen.Choose(0, 6000)
        select (calendar, At("2026-01-01T00:00:00Z").AddMinutes(minute), TimeSpan.FromMinutes(a), TimeSpan.FromMinutes(b));

    private static void Holds(Func<BusinessCalendar, DateTimeOffset, TimeSpan, TimeSpan, bool> property) =>
        Prop.ForAll(Arb.From(Any), x => property(x.Calendar, x.At, x.A, x.B)).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void More_working_time_never_ends_earlier() => Holds((calendar, at, a, b) => calendar.Add(at, a) <= calendar.Add(at, a + b));

    [Fact]
    public void A_later_start_never_ends_earlier() => Holds((calendar, at, a, b) => calendar.Add(at, a) <= calendar.Add(at + b, a));

    [Fact]
    public void Working_time_adds_up() => Holds((calendar, at, a, b) => calendar.Add(calendar.Add(at, a), b) == calendar.Add(at, a + b));

    [Fact]
    public void Working_time_ends_while_people_work_or_as_they_leave() => Holds((calendar, at, a, _) =>
        calendar.Add(at, a) is var end && (calendar.IsOpen(end) || calendar.IsOpen(end.AddTicks(-1))));

    [Fact]
    public void It_is_open_exactly_when_the_next_opening_is_now() => Holds((calendar, at, _, _) =>
        calendar.IsOpen(at) == (calendar.NextOpening(at) == at) && calendar.IsOpen(calendar.NextOpening(at)));
}
