namespace Baton.Policies;

/// <summary>
/// Working time of a company: its days, hours, holidays and time zone. Pure. A wall-clock time that the change to summer time skips counts
/// as the instant of the change; one that the change back repeats counts as the first of the two. Instants are given in UTC.
/// </summary>
public sealed class BusinessCalendar(HoursPolicy hours)
{
    // Over a year without enough open hours, no answer is better than the plain one.
    private const int DaysToLookAhead = 366;

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(hours.TimeZone);
    private readonly HashSet<DateOnly> _holidays = [.. hours.Holidays];

    /// <summary>Whether people work at this instant.</summary>
    public bool IsOpen(DateTimeOffset at) => OpenTime(DateOf(at)) is { } open && open.From <= at && at < open.To;

    /// <summary>The instant itself when open, else when people next start; itself too when that is more than a year away.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset at)
    {
        foreach (var open in OpenTimesFrom(at))
        {
            if (at < open.To)
                return (at > open.From ? at : open.From).ToUniversalTime();
        }
        return at.ToUniversalTime();
    }

    /// <summary>
    /// The instant at which this much working time has passed; the end of a day where it passes exactly then.
    /// Where a year does not hold as much, the plain sum.
    /// </summary>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan workingTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingTime, TimeSpan.Zero);
        var left = workingTime;
        foreach (var open in OpenTimesFrom(from))
        {
            var start = from > open.From ? from : open.From;
            if (start > open.To)
                continue;
            if (left <= open.To - start)
                return (start + left).ToUniversalTime();
            left -= open.To - start;
        }
        return (from + workingTime).ToUniversalTime();
    }

    /// <summary>The instant as a wall clock there shows it.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    private DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> OpenTimesFrom(DateTimeOffset at)
    {
        var date = DateOf(at);
        for (var day = 0; day <= DaysToLookAhead; day++)
        {
            if (OpenTime(date.AddDays(day)) is { } open)
                yield return open;
        }
    }

    private (DateTimeOffset From, DateTimeOffset To)? OpenTime(DateOnly date)
    {
        if (_holidays.Contains(date) || !hours.Days.TryGetValue(date.DayOfWeek, out var open))
            return null;
        var from = Instant(date.ToDateTime(open.From));
        var to = Instant(open.To == TimeOnly.MaxValue ? date.AddDays(1).ToDateTime(TimeOnly.MinValue) : date.ToDateTime(open.To));
        return from < to ? (from, to) : null;
    }

    private DateTimeOffset Instant(DateTime local)
    {
        while (_zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
