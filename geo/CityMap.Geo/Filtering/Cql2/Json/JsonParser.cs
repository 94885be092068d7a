using System.Text.Json;
using CityMap.Geo.Filtering.Cql2.Text;

namespace CityMap.Geo.Filtering.Cql2.Json;

/// <summary>CQL2 JSON (OGC 21-065r2, annex C). Places are paths such as <c>args[1].property</c>.</summary>
internal sealed class JsonParser
{
    private Cql2Budget _budget;

    /// <exception cref="Cql2Exception">It is no filter.</exception>
    public static Cql2Expression Parse(string json)
    {
        Cql2Budget.CheckLength(json);
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = 3 * Cql2Limits.Depth });
            return new JsonParser().Read(document.RootElement, "", 1);
        }
        catch (JsonException e)
        {
            throw new Cql2Exception("The filter is not JSON.", e.LineNumber is null ? "" : $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
        }
        catch (InvalidOperationException)
        {
            // A text of half a surrogate pair.
            throw new Cql2Exception("The filter holds a text that is not Unicode.", "");
        }
    }

    private Cql2Expression Read(JsonElement json, string path, int depth)
    {
        Cql2Budget.CheckDepth(depth, path);
        _budget.AddNode(path);
        var node = json.ValueKind switch
        {
            JsonValueKind.String => Text(json, path),
            JsonValueKind.Number => Number(json, path),
            JsonValueKind.True or JsonValueKind.False => new BooleanLiteral(json.GetBoolean()),
            JsonValueKind.Array => new ArrayLiteral(List(json, path, depth)),
            JsonValueKind.Object => Object(json, path, depth),
            _ => throw new Cql2Exception("null is no value; isNull asks for what has none.", path),
        };
        return node with { Place = path };
    }

    private Cql2Expression Object(JsonElement json, string path, int depth)
    {
        if (json.TryGetProperty("op", out var op)) return Operation(json, String(op, Path(path, "op")), path, depth);
        if (json.TryGetProperty("property", out var name)) return new Property(String(name, Path(path, "property")));
        if (json.TryGetProperty("date", out var date))
        {
            return Instants.TryDate(String(date, Path(path, "date")), out var day)
                ? new DateLiteral(day) : throw new Cql2Exception("A date looks like 2026-11-25.", Path(path, "date"));
        }

        if (json.TryGetProperty("timestamp", out var timestamp))
        {
            return Instants.TryTimestamp(String(timestamp, Path(path, "timestamp")), out var at)
                ? new TimestampLiteral(at) : throw new Cql2Exception("A timestamp looks like 2026-11-25T07:05:00Z.", Path(path, "timestamp"));
        }

        if (json.TryGetProperty("interval", out var interval)) return Interval(interval, Path(path, "interval"), depth);
        if (json.TryGetProperty("bbox", out var box)) return JsonShapes.Box(box, Path(path, "bbox"));
        if (json.TryGetProperty("type", out _)) return new GeometryLiteral(new JsonShapes(() => _budget.AddVertex(path)).Read(json, path, true));
        throw new Cql2Exception("An object has op, property, date, timestamp, interval, bbox, or is a GeoJSON geometry.", path);
    }

    private Cql2Expression Operation(JsonElement json, string op, string path, int depth)
    {
        if (!json.TryGetProperty("args", out var list) || list.ValueKind != JsonValueKind.Array) throw new Cql2Exception($"The operator {op} has no args.", path);
        var args = List(list, Path(path, "args"), depth);
        switch (op)
        {
            case "and" or "or":
                if (args.Count < 2) throw Count(op, "two or more", args, path);
                return op == "and" ? new And(args) : new Or(args);
            case "not": return new Not(One());
            case "isNull": return new IsNull(One());
            case "casei": return new Casei(One());
            case "accenti": return new Accenti(One());
            case "like": return Two((a, b) => new Like(a, b));
            case "between": return args.Count == 3 ? new Between(args[0], args[1], args[2]) : throw Count(op, "three", args, path);
            case "in": return Two((a, b) => b is ArrayLiteral { Items.Count: > 0 } list ? new In(a, list.Items) : throw new Cql2Exception("in takes a list of at least one value.", path));
        }

        if (Cql2Words.CompareOf.TryGetValue(op, out var compare)) return Two((a, b) => new Compare(compare, a, b));
        if (Cql2Words.ArithmeticOf.TryGetValue(op, out var sum)) return Two((a, b) => new Arithmetic(sum, a, b));
        if (Cql2Words.SpatialOf.TryGetValue(op, out var spatial)) return Two((a, b) => new Spatial(spatial, a, b));
        if (Cql2Words.TemporalOf.TryGetValue(op, out var temporal)) return Two((a, b) => new Temporal(temporal, a, b));
        return Cql2Words.ArrayOf.TryGetValue(op, out var array) ? Two((a, b) => new ArrayComparison(array, a, b)) : new Function(op, args);

        Cql2Expression One() => args.Count == 1 ? args[0] : throw Count(op, "one", args, path);
        Cql2Expression Two(Func<Cql2Expression, Cql2Expression, Cql2Expression> make) => args.Count == 2 ? make(args[0], args[1]) : throw Count(op, "two", args, path);
    }

    private Interval Interval(JsonElement json, string path, int depth)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() != 2) throw new Cql2Exception("An interval is a list of two ends.", path);
        return new(End(0), End(1));

        Cql2Expression End(int i)
        {
            var at = $"{path}[{i}]";
            if (json[i].ValueKind != JsonValueKind.String) return Read(json[i], at, depth + 1);
            _budget.AddNode(at);
            return TextTimes.EndOf(json[i].GetString()!, at);
        }
    }

    private List<Cql2Expression> List(JsonElement json, string path, int depth)
    {
        var items = new List<Cql2Expression>();
        foreach (var item in json.EnumerateArray()) items.Add(Read(item, $"{path}[{items.Count}]", depth + 1));
        return items;
    }

    private static TextLiteral Text(JsonElement json, string path)
    {
        var text = json.GetString()!;
        return Storage.ValueRules.FindTextProblem(text) is { } problem ? throw new Cql2Exception($"The text {problem}.", path) : new(text.Normalize());
    }

    private static NumberLiteral Number(JsonElement json, string path) =>
        json.TryGetDouble(out var number) && double.IsFinite(number) ? new(number) : throw new Cql2Exception("The number cannot be kept.", path);

    private static string String(JsonElement json, string path) =>
        json.ValueKind == JsonValueKind.String && json.GetString() is { Length: > 0 } text ? text : throw new Cql2Exception("A text is missing.", path);

    private static Cql2Exception Count(string op, string expected, List<Cql2Expression> args, string path) =>
        new($"{op} takes {expected} args, not {args.Count}.", path);

    private static string Path(string path, string member) => path.Length == 0 ? member : $"{path}.{member}";
}
