using Baton.Cases;
using Baton.Policies;

namespace Baton.Classification;

/// <summary>When the first real response is due.</summary>
public static class ResponseTime
{
    /// <summary>Critical and urgent cases count every minute; the others working time, in a company that names any.</summary>
    public static DateTimeOffset Due(DateTimeOffset opened, Priority priority, int minutes, HoursPolicy hours)
    {
        var allowed = TimeSpan.FromMinutes(minutes);
        return priority <= Priority.Urgent || hours.Days.Count == 0 ? opened + allowed : new BusinessCalendar(hours).Add(opened, allowed);
    }
}
