using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Filtering.Cql2;
using CityMap.Geo.Layers;
using CityMap.Server.Api;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Parameters;

namespace CityMap.Server.Ogc.Items;

/// <summary>The parameters of the items of a layer; each of its fields is one of them, too.</summary>
internal static class ItemParameters
{
    public const int Most = 10_000;

    public static readonly QueryParameter<int?> Limit = new("limit", $"How many at most; more than {Most} are cut to that.", "100", static text =>
        long.TryParse(text.Value, NumberStyles.None, Texts.Plain, out var value) && value >= 1
            ? (int)Math.Min(value, Most)
            : throw text.Wrong("The limit is not a whole number from 1.", $"1 to {Most}"))
    { SchemaType = "integer" };

    public static readonly QueryParameter<double[]> Box = new("bbox", "Only what meets this box: west,south,east,north, or six numbers with heights.", "106.70,21.80,106.82,21.90", static text =>
    {
        var numbers = text.Value.Split(',').Select(part =>
            double.TryParse(part, NumberStyles.Float, Texts.Plain, out var n) && double.IsFinite(n)
                ? n : throw text.Wrong($"{Texts.Shown(part)} is not a finite number.", "four or six numbers", "invalid_box")).ToArray();
        return numbers.Length switch
        {
            4 => numbers,
            6 => [numbers[0], numbers[1], numbers[3], numbers[4]],
            _ => throw text.Wrong($"A box has four or six numbers, not {numbers.Length}.", "west,south,east,north", "invalid_box"),
        };
    });

    public static readonly QueryParameter<OgcCrs> BoxCrs = OgcCrs.Parameter("bbox-crs", "The coordinate system of bbox.");
    public static readonly QueryParameter<OgcCrs> Crs = OgcCrs.Parameter("crs", "The coordinate system of the answer.");
    public static readonly QueryParameter<OgcCrs> FilterCrs = OgcCrs.Parameter("filter-crs", "The coordinate system of the shapes in filter.");
    public static readonly QueryParameter<Interval> Time = new("datetime", "Only what falls on this instant, or into this interval.", "2026-01-01T00:00:00Z/..", ItemTime.Parse);
    public static readonly QueryParameter<string> Filter = new("filter", "Only what this is true for (CQL2).", "severity > 3", static text => text.Value);

    public static readonly QueryParameter<string> Language =
        Parameter.OneOf("filter-lang", "How filter is written.", ["cql2-text", "cql2-json"]);

    public static readonly QueryParameter<string> After = Parameter.Text("after", "Continue from the link to the next page.", "…", 2000);


    /// <summary>The features as they were; not <see cref="Time"/>, which asks for what is said to have been then.</summary>
    public static readonly QueryParameter<DateTimeOffset?> AsOf = Api.Incidents.IncidentParameters.AsOf;

    private static readonly QueryParameter[] _fixed = [Limit, Box, BoxCrs, Crs, Time, Filter, Language, FilterCrs, After, AsOf, OgcFormat.Parameter];

    public static readonly QueryParameters Any = new(_fixed);

    public static readonly QueryParameters One = new(Crs, AsOf, OgcFormat.Parameter);

    /// <summary>Those of a layer.</summary>
    public static QueryParameters Of(LayerInfo layer) => Any.And(Fields(layer));

    /// <summary>The fields that can be asked for by name.</summary>
    public static IEnumerable<QueryParameter<Cql2Expression>> Fields(LayerInfo layer) =>
        layer.Fields.Where(field => !Array.Exists(_fixed, p => p.Name == field.Name)).Select(Field);

    private static QueryParameter<Cql2Expression> Field(FieldInfo field) => new(field.Name, $"Only where {field.Title.En} is this.", "…", text =>
        new Compare(CompareOperator.Equal, new Property(field.Name), Literal(field, text)));

    private static Cql2Expression Literal(FieldInfo field, QueryText text) => field.Type switch
    {
        FieldType.Text => new TextLiteral(CleanText.Take(text.Value, field.Name, 1000)),
        FieldType.Boolean when bool.TryParse(text.Value, out var truth) => new BooleanLiteral(truth),
        FieldType.Integer or FieldType.Real when double.TryParse(text.Value, NumberStyles.Float, Texts.Plain, out var n) && double.IsFinite(n) => new NumberLiteral(n),
        FieldType.Timestamp when ItemTime.TryInstant(text.Value, out var instant, out _) => instant,
        _ => throw text.Wrong($"{Texts.Shown(text.Value)} is not a value of {field.Name}, which is {field.Type}.", $"a {field.Type}"),
    };

    /// <summary>A box on the ground.</summary>
    /// <exception cref="Api.Problems.ProblemException">It is none.</exception>
    public static Bounds Ground(double[] box, OgcCrs crs)
    {
        var (west, south, east, north) = crs.GroundBox(box[0], box[1], box[2], box[3]);
        if ((CoordinateProblem.Find(west, south) ?? CoordinateProblem.Find(east, north)) is { } problem)
        {
            throw new Api.Problems.ProblemException("invalid_box", "bbox", problem.Reason, "a box within the coordinate system");
        }

        return south <= north
            ? new Bounds(west, south, east, north)
            : throw new Api.Problems.ProblemException("invalid_box", "bbox", "The box's south lies north of its north.", "the lower corner first");
    }
}
