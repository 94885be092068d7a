using System.Buffers;
using System.Text.Json;
using CityMap.Geo.Analyses;
using CityMap.Geo.Layers;
using CityMap.Grains.Contracts;
using CityMap.Server.Api;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Geometries;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Problems;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Analyses;

/// <summary>Reads what is to be found out, and refuses what its kind does not know or needs.</summary>
internal static class AnalysisBody
{
    private const int MostDrafts = 100;
    private const int LongFilter = 10_000;

    /// <summary>The farthest distance, metres.</summary>
    private const double Farthest = 100_000;

    private static readonly MemberSet _members = new("", "kind", "title", "input", "other", "distance", "dissolve", "sum", "within", "shape", "drafts");
    private static readonly MemberSet _input = new("input", "layer", "filter");
    private static readonly MemberSet _other = new("other", "layer", "filter");
    private static readonly MemberSet _title = new("title", "vi", "en");

    /// <exception cref="ProblemException">Something in it is wrong, by its name.</exception>
    public static AnalysisOrder Read(ReadOnlySequence<byte> body)
    {
        var reader = new BodyReader(body);
        reader.Open(_members);
        AnalysisKind? kind = null;
        AnalysisSource? input = null;
        var order = new AnalysisOrder(AnalysisKind.Buffer, new(""));
        var (seen, given) = (0UL, new HashSet<string>(StringComparer.Ordinal));
        while (reader.Next(_members, ref seen, out var member))
        {
            given.Add(member);
            switch (member)
            {
                case "kind": kind = Kind(ref reader); break;
                case "input": input = Source(ref reader, _input); break;
                default: order = With(order, member, ref reader); break;
            }
        }

        reader.End();
        order = order with { Kind = kind ?? throw ReportBody.Missing("kind"), Input = input ?? throw ReportBody.Missing("input") };
        AnalysisRules.Check(order, given);
        return order;
    }

    private static AnalysisOrder With(AnalysisOrder order, string member, ref BodyReader reader) => member switch
    {
        "title" => order with { Title = Title(ref reader) },
        "other" => order with { Other = Source(ref reader, _other) },
        "distance" => order with { Distance = Distance(ref reader) },
        "dissolve" => order with { Dissolve = reader.Flag(member) },
        "sum" => order with { Sum = reader.Text(member, 63) },
        "within" => order with { Within = reader.Flag(member) },
        "shape" => order with { Shape = Shape(ref reader) },
        _ => order with { Drafts = Drafts(ref reader) },
    };

    private static AnalysisKind Kind(ref BodyReader reader)
    {
        var word = reader.Text("kind", 40)!;
        return Enum.GetNames<AnalysisKind>().Contains(word) ? Enum.Parse<AnalysisKind>(word)
            : throw new ProblemException(new("invalid_value", $"There is no analysis {Texts.Shown(word)}.") { Field = "kind", Allowed = Enum.GetNames<AnalysisKind>() });
    }

    private static AnalysisSource Source(ref BodyReader reader, MemberSet members)
    {
        reader.Open(members);
        string? layer = null, filter = null;
        var seen = 0UL;
        while (reader.Next(members, ref seen, out var member))
        {
            if (member == "layer") layer = reader.Text(members.PathOf(member), 48);
            else filter = reader.Text(members.PathOf(member), LongFilter, nullable: true);
        }

        return new(layer ?? throw ReportBody.Missing(members.PathOf("layer")), string.IsNullOrWhiteSpace(filter) ? null : filter);
    }

    private static LocalText Title(ref BodyReader reader)
    {
        reader.Open(_title);
        string? vi = null, en = null;
        var seen = 0UL;
        while (reader.Next(_title, ref seen, out var member))
        {
            var text = ReportBody.NotBlank(reader.Text(_title.PathOf(member), TextLimits.Title)!, _title.PathOf(member));
            if (member == "vi") vi = text;
            else en = text;
        }

        return new(vi ?? en ?? throw ReportBody.Missing("title.vi"), en ?? vi!);
    }

    private static double Distance(ref BodyReader reader) => reader.Number("distance") is >= 1 and <= Farthest and var metres
        ? metres
        : throw new ProblemException(RefusalCodes.NumberOutOfRange, "distance", "The distance is out of range.", $"metres from 1 to {Farthest:0}");

    private static Geometry Shape(ref BodyReader reader)
    {
        using var json = reader.Value();
        if (!Geo.Formats.GeoJson.GeoJsonGeometry.TryRead(json.RootElement, "shape", out var shape, out var problem)) throw new ProblemException("invalid_value", problem.Path, problem.Reason, "a GeoJSON Polygon or MultiPolygon, longitude first");
        if (shape is not (Polygon or MultiPolygon)) throw new ProblemException("invalid_value", "shape", "The shape is no area.", "a GeoJSON Polygon or MultiPolygon");
        return shape.IsValid ? shape : throw new ProblemException("invalid_value", "shape", "The shape's border crosses itself.", "an area whose border does not cross itself");
    }

    private static List<PositionView> Drafts(ref BodyReader reader)
    {
        var drafts = new List<PositionView>();
        for (reader.Enter("drafts"); reader.Json.TokenType != JsonTokenType.EndArray; reader.Advance())
        {
            if (drafts.Count == MostDrafts) throw new ProblemException("invalid_value", "drafts", "There are too many drafts.", $"at most {MostDrafts}");
            var place = ReportBody.Position(ref reader);
            drafts.Add(new(place.Lon, place.Lat));
        }

        return drafts;
    }
}
