using System.Buffers;
using System.Text.Json;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Bodies;

/// <summary>
/// Reads a JSON body member by member and says exactly what is wrong and where: unknown members, the same member twice,
/// a value of the wrong kind, text that is no text. Nothing is allocated but the values.
/// </summary>
internal ref struct BodyReader
{
    private Utf8JsonReader _json;

    /// <summary>Starts on a whole body.</summary>
    public BodyReader(ReadOnlySequence<byte> body)
    {
        if (body.IsEmpty) throw new ProblemException(new("invalid_json", "The body is empty.") { Expected = "a JSON object" });
        _json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 32 });
        Advance();
    }

    /// <summary>The reader itself, for values read by others; it stands on the value.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ref Utf8JsonReader Json => ref _json;

    /// <summary>Enters the object the reader stands on.</summary>
    public readonly void Open(MemberSet members)
    {
        if (_json.TokenType == JsonTokenType.StartObject) return;
        throw members.Path.Length == 0
            ? new ProblemException(new("invalid_json", "The body is not a JSON object.") { Expected = "a JSON object" })
            : new ProblemException("invalid_value", members.Path, $"{members.Path} is not an object.", $"a JSON object with {string.Join(", ", members.Names)}");
    }

    /// <summary>Goes to the next member and stands on its value; false at the end of the object.</summary>
    /// <param name="members">What the object may hold.</param>
    /// <param name="seen">Which members there have been; starts at 0.</param>
    /// <param name="name">The member.</param>
    public bool Next(MemberSet members, ref ulong seen, out string name)
    {
        name = "";
        Advance();
        if (_json.TokenType == JsonTokenType.EndObject) return false;
        var index = members.Find(ref _json);
        if (index < 0) throw Unknown(members);
        name = members.Names[index];
        if ((seen & (1UL << index)) != 0)
        {
            throw new ProblemException("duplicate_member", members.PathOf(name), $"The member {members.PathOf(name)} is there twice.", "once");
        }

        seen |= 1UL << index;
        Advance();
        return true;
    }

    /// <summary>Text; null when the value is JSON null and that is allowed.</summary>
    public string? Text(string field, int most, bool lines = false, bool nullable = false)
    {
        if (nullable && _json.TokenType == JsonTokenType.Null) return null;
        if (_json.TokenType != JsonTokenType.String) throw Wrong(field, "text", "a JSON string");
        return CleanText.Take(RawText(field), field, most, lines);
    }

    /// <summary>The name of one of a few, letter by letter.</summary>
    public T Word<T>(string field)
        where T : struct, Enum
    {
        var text = Text(field, 64)!;
        return Enum.TryParse<T>(text, out var value) && value.ToString() == text
            ? value
            : throw new ProblemException(new("invalid_value", $"{field} does not know {Texts.Shown(text)}.") { Field = field, Allowed = Enum.GetNames<T>() });
    }

    /// <summary>A whole number.</summary>
    public long Whole(string field)
    {
        if (_json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out var value)) return value;
        throw Wrong(field, "a whole number", "a JSON number without a fraction");
    }

    /// <summary>A number; it may still be infinite (<c>1e999</c>), which the receiver refuses by its own name.</summary>
    public double Number(string field) =>
        _json.TokenType == JsonTokenType.Number && _json.TryGetDouble(out var value) ? value : throw Wrong(field, "a number", "a JSON number");

    /// <summary>True or false.</summary>
    public bool Flag(string field) => _json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Wrong(field, "true or false", "true or false"),
    };

    /// <summary>An instant; null when the value is JSON null.</summary>
    public DateTimeOffset? Instant(string field)
    {
        if (_json.TokenType == JsonTokenType.Null) return null;
        if (_json.TokenType == JsonTokenType.String && Instants.TryParse(RawText(field), out var value)) return value;
        throw Wrong(field, "an instant", Instants.Expected);
    }

    /// <summary>Enters the array the reader stands on, and stands on its first value or its end.</summary>
    public void Enter(string field)
    {
        if (_json.TokenType != JsonTokenType.StartArray) throw Wrong(field, "a list", "a JSON array");
        Advance();
    }

    /// <summary>Goes to the end of the value the reader stands on.</summary>
    public void Skip()
    {
        try
        {
            _json.Skip();
        }
        catch (JsonException broken)
        {
            throw Broken(broken);
        }
    }

    /// <summary>The whole value the reader stands on; dispose it.</summary>
    public JsonDocument Value()
    {
        try
        {
            return JsonDocument.ParseValue(ref _json);
        }
        catch (JsonException broken)
        {
            throw Broken(broken);
        }
    }

    /// <summary>The body must end here.</summary>
    public void End()
    {
        try
        {
            _ = _json.Read();
        }
        catch (JsonException broken)
        {
            throw Broken(broken);
        }
    }

    /// <summary>Goes to the next token.</summary>
    public void Advance()
    {
        try
        {
            if (!_json.Read()) throw new ProblemException(new("invalid_json", "The body ends too early.") { Expected = "a JSON object" });
        }
        catch (JsonException broken)
        {
            throw Broken(broken);
        }
    }

    /// <summary>The problem of a value of the wrong kind.</summary>
    public static ProblemException Wrong(string field, string what, string expected) =>
        new("invalid_value", field, $"{field} is not {what}.", expected);

    private readonly string RawText(string field)
    {
        try
        {
            return _json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new ProblemException("text_malformed", field, $"The text in {field} is not valid Unicode.", "UTF-8, and whole characters in escapes");
        }
    }

    private readonly ProblemException Unknown(MemberSet members)
    {
        string name;
        try
        {
            name = _json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return new ProblemException(new("text_malformed", "A member's name is not valid Unicode.") { Allowed = members.Names });
        }

        var shown = Texts.Shown(name).Trim('"');
        return new ProblemException(new("unknown_member", $"There is no member {members.PathOf(shown)}.")
        {
            Field = members.PathOf(shown),
            Allowed = members.Names,
        });
    }

    private static ProblemException Broken(JsonException broken) => new(new(
        "invalid_json", string.Create(Texts.Plain, $"The body is not JSON: line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}."))
    {
        Expected = "one JSON object in UTF-8",
    });
}
