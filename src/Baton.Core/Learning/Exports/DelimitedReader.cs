using System.Text;

namespace Baton.Learning.Exports;

/// <summary>One record of a delimited file. <paramref name="Line"/>, from 1, is where it begins; <paramref name="Fault"/> says why it cannot be trusted.</summary>
public sealed record DelimitedRecord(int Line, IReadOnlyList<string> Fields, string? Fault);

/// <summary>
/// Reads delimited text by RFC 4180: fields in quotes may hold delimiters, line breaks and doubled quotes; lines end in CR LF, LF or CR. A quote inside a field that does not
/// begin with one is a character like any other. Reads forward only and holds one record, of bounded size, whatever the file's length.
/// </summary>
public sealed class DelimitedReader(TextReader text, char delimiter)
{
    /// <summary>Characters of a field that are kept; a longer field makes its record faulty.</summary>
    public const int LongestField = 1_000_000;

    /// <summary>Fields of a record that are kept; more make it faulty.</summary>
    public const int MostFields = 2_000;

    private readonly char[] _buffer = new char[32_768];
    private readonly StringBuilder _field = new();
    private int _at, _end;
    private int _line = 1;
    private string? _fault;

    /// <summary>The line of a quote that the file ends without closing; null when there is none.</summary>
    public int? Unclosed { get; private set; }

    /// <summary>The next record; null at the end. An empty line is a record of one empty field.</summary>
    public DelimitedRecord? Next()
    {
        if (Peek() < 0)
            return null;
        var (begins, fields) = (_line, new List<string>());
        _fault = null;
        int ended;
        do
        {
            _field.Clear();
            if (Peek() == '"')
                Quoted();
            else
                Plain();
            if (fields.Count < MostFields)
                fields.Add(_field.ToString());
            else
                _fault ??= $"has more than {MostFields} fields";
            ended = Take();
        }
        while (ended == delimiter);
        if (ended == '\r' && Peek() == '\n')
            Take();
        return new DelimitedRecord(begins, fields, _fault);
    }

    private void Quoted()
    {
        var opened = _line;
        Take();
        for (var ch = Take(); ch >= 0; ch = Take())
        {
            if (ch == '"' && Peek() != '"')
            {
                if (!AtEnd(Peek()))
                    _fault ??= "has text behind a closing quote";
                Plain();
                return;
            }
            if (ch == '"')
                Take();
            Keep((char)ch);
        }
        Unclosed = opened;
        _fault ??= "has a quote that is never closed";
    }

    private void Plain()
    {
        while (!AtEnd(Peek()))
            Keep((char)Take());
    }

    private bool AtEnd(int ch) => ch < 0 || ch == delimiter || ch is '\r' or '\n';

    private void Keep(char ch)
    {
        if (ch == '\0')
            _fault ??= "has a NUL character";
        if (_field.Length < LongestField)
            _field.Append(ch);
        else
            _fault ??= $"has a field of more than {LongestField} characters";
    }

    private int Peek() => _at < _end || Fill() ? _buffer[_at] : -1;

    private int Take()
    {
        var ch = Peek();
        if (ch < 0)
            return ch;
        _at++;
        if (ch == '\n' || (ch == '\r' && Peek() != '\n'))
            _line++;
        return ch;
    }

    private bool Fill()
    {
        (_at, _end) = (0, text.Read(_buffer));
        return _end > 0;
    }
}
