namespace Baton.Intake;

/// <summary>Names tickets that bring no id: short, readable aloud, and in the order of their time so that the store stays quick.</summary>
public sealed class TicketIds(TimeProvider time, Random random)
{
    // Crockford's base 32: no I, L, O, U.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int TimeDigits = 9;
    private const int RandomDigits = 5;
    private readonly Lock _gate = new();

    /// <summary>A new id such as <c>T-1HCR3Z7Q0-8XK2M</c>: milliseconds since 1970, then 25 random bits.</summary>
    public string Next()
    {
        Span<char> id = stackalloc char[2 + TimeDigits + 1 + RandomDigits];
        "T-".CopyTo(id);
        Write(id.Slice(2, TimeDigits), time.GetUtcNow().ToUnixTimeMilliseconds());
        id[2 + TimeDigits] = '-';
        long chance;
        lock (_gate)
            chance = random.NextInt64(1L << (5 * RandomDigits));
        Write(id[^RandomDigits..], chance);
        return new string(id);
    }

    private static void Write(Span<char> digits, long value)
    {
        for (var i = digits.Length - 1; i >= 0; i--, value >>= 5)
            digits[i] = Alphabet[(int)(value & 31)];
    }
}
