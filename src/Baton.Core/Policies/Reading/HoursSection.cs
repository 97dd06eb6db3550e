namespace Baton.Policies.Reading;

internal static class HoursSection
{
    public static HoursPolicy Read(PolicyNode section) => new()
    {
        TimeZone = TimeZone(section["timeZone"]),
        Days = Days(section["days"]),
        Holidays = section["holidays"] is { Given: true } holidays ? [.. holidays.Items().Select(day => day.Date()).Distinct().Order()] : [],
        OnCall = section["onCall"].Mail(),
    };

    private static string TimeZone(PolicyNode value)
    {
        var name = value.Text("the IANA name of a time zone, such as Europe/Berlin");
        if (name.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(name, out _))
            value.Refuse($"must be the IANA name of a time zone, such as Europe/Berlin, and '{name}' is none{Near(name)}");
        return name;
    }

    private static string Near(string name) =>
        Suggestion.Nearest(name, TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id)) is { } near ? $"; did you mean '{near}'?" : "";

    private static Dictionary<DayOfWeek, OpenHours> Days(PolicyNode section)
    {
        var days = new Dictionary<DayOfWeek, OpenHours>();
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            var value = section[day.ToString().ToLowerInvariant()];
            if (value.Given && !value.Is("closed"))
                days[day] = Open(value);
        }
        if (section.IsMap && days.Count == 0)
            section.Refuse("must have at least one open day: with none, no time that depends on working hours would ever come");
        return days;
    }

    private static OpenHours Open(PolicyNode day)
    {
        var open = new OpenHours(day["from"].Time(), day["to"].Time());
        if (day["from"].Given && day["to"].Given && open.From >= open.To && open.To > TimeOnly.MinValue)
            day["to"].Refuse($"must be later than 'from' ({open.From:HH:mm}); for hours over midnight give each day its own part");
        return open;
    }
}
