using System.Buffers;
using System.Text.Json;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Problems;
using CityMap.Server.Imports;

namespace CityMap.Server.Api.Layers;

/// <summary>A layer that is to be made, without features: a body of <c>POST /api/layers</c>.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Geometry">What shapes it will hold.</param>
internal sealed record NewLayer(LocalText Title, GeometryKind Geometry)
{
    private const int MostFields = 100;
    private static readonly MemberSet _members = new("", "id", "title", "geometry", "fields", "owner", "source");
    private static readonly MemberSet _title = new("title", "vi", "en");
    private static readonly MemberSet _field = new("fields", "name", "title", "type", "unit");
    private static readonly MemberSet _fieldTitle = new("fields.title", "vi", "en");

    /// <summary>The id that is wished for; null lets the server make one of the title.</summary>
    public string? Id { get; init; }

    /// <summary>What will be known of each feature.</summary>
    public IReadOnlyList<FieldInfo> Fields { get; init; } = [];

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>Where its data comes from.</summary>
    public string? Source { get; init; }

    /// <summary>Reads a body.</summary>
    /// <exception cref="ProblemException">Something in it is wrong, by its name.</exception>
    public static NewLayer Read(ReadOnlySequence<byte> body)
    {
        var reader = new BodyReader(body);
        reader.Open(_members);
        var (layer, title, geometry, seen) = (new NewLayer(new("", ""), GeometryKind.Any), (LocalText?)null, (GeometryKind?)null, 0UL);
        while (reader.Next(_members, ref seen, out var member))
        {
            switch (member)
            {
                case "id": layer = layer with { Id = LayerName(reader.Text(member, 48, nullable: true)) }; break;
                case "title": title = LayerPatch.Local(ref reader, _title, TextLimits.Name); break;
                case "geometry": geometry = reader.Word<GeometryKind>(member); break;
                case "fields": layer = layer with { Fields = ReadFields(ref reader) }; break;
                case "owner": layer = layer with { Owner = reader.Text(member, TextLimits.Name, nullable: true) }; break;
                case "source": layer = layer with { Source = reader.Text(member, TextLimits.Name, nullable: true) }; break;
            }
        }

        reader.End();
        return layer with { Title = title ?? throw ReportBody.Missing("title"), Geometry = geometry ?? throw ReportBody.Missing("geometry") };
    }

    private static List<FieldInfo> ReadFields(ref BodyReader reader)
    {
        var (fields, names) = (new List<FieldInfo>(), new FieldNames());
        for (reader.Enter("fields"); reader.Json.TokenType != JsonTokenType.EndArray; reader.Advance())
        {
            if (fields.Count == MostFields) throw new ProblemException("invalid_value", "fields", "The layer has too many fields.", $"at most {MostFields}");
            fields.Add(ReadField(ref reader, names));
        }

        return fields;
    }

    private static FieldInfo ReadField(ref BodyReader reader, FieldNames names)
    {
        reader.Open(_field);
        var (name, title, type, unit, seen) = ((string?)null, (LocalText?)null, (FieldType?)null, (string?)null, 0UL);
        while (reader.Next(_field, ref seen, out var member))
        {
            var path = _field.PathOf(member);
            switch (member)
            {
                case "name": name = FieldName(reader.Text(path, 63, nullable: true), path); break;
                case "title": title = LayerPatch.Local(ref reader, _fieldTitle, TextLimits.Name); break;
                case "type": type = reader.Word<FieldType>(path); break;
                default: unit = reader.Text(path, 20, nullable: true); break;
            }
        }

        if (name is null && title is null) throw ReportBody.Missing("fields.title");
        return new(name ?? names.For(title!.Vi), type ?? throw ReportBody.Missing("fields.type"), title ?? new(name!, name!), unit);
    }

    private static string? LayerName(string? id) => id is null || LayerRules.IsLayerName(id)
        ? id : throw new ProblemException(RefusalCodes.IdMalformed, "id", $"{Texts.Shown(id)} is no id of a layer.", LayerRules.LayerNameRule);

    private static string? FieldName(string? name, string path) => name is null || FieldNames.IsFree(name)
        ? name : throw new ProblemException("invalid_value", path, $"{Texts.Shown(name)} is no name of a field.", FieldNames.Rule);
}
