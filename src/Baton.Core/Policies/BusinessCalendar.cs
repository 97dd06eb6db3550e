namespace Baton.Policies;

/// <summary>Working time of a company: its days, hours, holidays and time zone. Pure.</summary>
public sealed class BusinessCalendar(HoursPolicy hours)
{
    private readonly HoursPolicy _hours = hours;

    /// <summary>Whether people work at this instant.</summary>
    public bool IsOpen(DateTimeOffset at) => throw new NotImplementedException(_hours.TimeZone);

    /// <summary>The instant itself when open, else when people next start.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset at) => throw new NotImplementedException();

    /// <summary>The instant at which this much working time has passed.</summary>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan workingTime) => throw new NotImplementedException();

    /// <summary>The instant as a wall clock there shows it.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => throw new NotImplementedException();
}
