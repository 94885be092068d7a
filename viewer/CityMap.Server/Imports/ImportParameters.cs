using System.Text;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Pbf;
using CityMap.Geo.Formats.Sources;
using CityMap.Geo.Formats.Texts;
using CityMap.Geo.Layers;
using CityMap.Server.Api;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Imports;

/// <summary>The query parameters of an import.</summary>
internal static class ImportParameters
{
    private static readonly QueryParameter<string> Layer = new("layer", "The layer to import into, made when it does not exist; with a file of several layers what their names begin with. Absent: as the file calls it.", "communes", LayerId);
    private static readonly QueryParameter<string> Title = Parameter.Text("title", "The layer's title.", "Xã, phường");
    private static readonly QueryParameter<string> File = Parameter.Text("file", "The file's name with its extension, kept as the layer's source.", "communes.geojson");
    private static readonly QueryParameter<string> Format = Parameter.OneOf("format", "The file's format; recognised when absent.", [.. SourceFormats.All.Select(format => format.Id)]);
    private static readonly QueryParameter<string> Mode = Parameter.OneOf("mode", "Add to the layer, put the file in its place, or put each feature in the place of the one with its id.", ["append", "replace", "upsert"]);

    private static readonly QueryParameter<TimeZoneInfo> Zone = new("tz", "Zone of times that name none; never guessed.", "Asia/Ho_Chi_Minh", static text =>
        TimeZoneInfo.TryFindSystemTimeZoneById(text.Value, out var zone)
            ? zone
            : throw text.Wrong($"{Texts.Shown(text.Value)} is not a time zone.", "an IANA name such as Asia/Ho_Chi_Minh"));

    private static readonly QueryParameter<bool?> DryRun = Parameter.Flag("dryRun", "Read and report; store nothing.");
    private static readonly QueryParameter<bool?> AcceptPartial = Parameter.Flag("acceptPartial", "Store the good rows although there are bad ones.");
    private static readonly QueryParameter<string> Lon = Parameter.Text("lon", "CSV: column of the longitude; guessed when absent.", "Kinh độ");
    private static readonly QueryParameter<string> Lat = Parameter.Text("lat", "CSV: column of the latitude; guessed when absent.", "Vĩ độ");
    private static readonly QueryParameter<string> Id = Parameter.Text("id", "The column or attribute of the id; guessed when absent.", "Mã");

    private static readonly QueryParameter<char?> Delimiter = new("delimiter", "CSV: what parts the columns; guessed when absent.", ";", static text => text.Value switch
    {
        "tab" => '\t',
        [var one] => one,
        _ => throw text.Wrong($"{Texts.Shown(text.Value)} is not one character.", "one character, or tab"),
    });

    private static readonly QueryParameter<OsmRules> OsmRulesText = new(
        "osmRules", "OSM PBF: which layers are made from which tags, as JSON; those that come with the server when absent.",
        "{\"layers\":[{\"id\":\"roads\",\"shape\":\"line\",\"any\":[\"highway\"],\"fields\":[\"name\"]}]}", ReadRules);

    private static readonly QueryParameter<Crs> InSystem = new("crs", "The coordinate system of the file, when it does not say itself; never guessed.", "EPSG:9215", static text =>
        CrsName.Find(text.Value) ?? throw text.Wrong(
            $"{Texts.Shown(text.Value)} is no coordinate system that is known here. Known are {string.Join(", ", CrsCatalogue.All.Select(crs => $"EPSG:{crs.Code}"))}.",
            "an EPSG number, EPSG:9215, urn:ogc:def:crs:EPSG::9215 or http://www.opengis.net/def/crs/EPSG/0/9215", "crs_unknown"));

    private static readonly QueryParameter<Encoding> Letters = new("encoding", "The encoding of the file's texts; recognised when absent.", "tcvn3", static text =>
        TextEncodings.Find(text.Value) ?? throw text.Wrong($"{Texts.Shown(text.Value)} is no encoding that is known here.", "utf-8, windows-1258, tcvn3, or another name of the IANA registry"));

    private static readonly QueryParameter<bool?> Repair = Parameter.Flag("repair", "Mend areas that are not valid; without it they are refused.");

    /// <summary>All of them.</summary>
    public static readonly QueryParameters All = new(Layer, Title, File, Format, Mode, Zone, DryRun, AcceptPartial, Lon, Lat, Id, Delimiter, OsmRulesText, InSystem, Letters, Repair);

    /// <summary>Reads a request's.</summary>
    /// <exception cref="Api.Problems.ProblemException">One is unknown, missing or wrong.</exception>
    public static ImportOptions Read(HttpRequest request)
    {
        var values = All.Read(request);
        if (values.Get(Layer) is null && values.Get(File) is null)
        {
            throw new ProblemException("invalid_parameter", "layer", "Neither the layer nor the file is named.", "layer=…, or file=… to call the layer after the file");
        }

        return new()
        {
            Layer = values.Get(Layer),
            Title = values.Get(Title),
            FileName = values.Get(File),
            Format = values.Get(Format) is { } format ? SourceFormats.Find(format) : null,
            Source = new()
            {
                Crs = values.Get(InSystem),
                Encoding = values.Get(Letters),
                Id = values.Get(Id),
                OsmRules = values.Get(OsmRulesText),
                Csv = new() { Delimiter = values.Get(Delimiter), Longitude = values.Get(Lon), Latitude = values.Get(Lat) },
            },
            Mode = values.Get(Mode) is { } mode ? Enum.Parse<ImportMode>(mode, ignoreCase: true) : ImportMode.Append,
            Zone = values.Get(Zone),
            DryRun = values.Get(DryRun) ?? false,
            AcceptPartial = values.Get(AcceptPartial) ?? false,
            Repair = values.Get(Repair) ?? false,
            Actor = Caller.Of(request).Actor,
        };
    }

    private static OsmRules ReadRules(QueryText text)
    {
        try
        {
            return OsmRules.Parse(new MemoryStream(Encoding.UTF8.GetBytes(text.Value)));
        }
        catch (FormatException wrong)
        {
            throw text.Wrong(wrong.Message, "rules as docs/operating.md describes them");
        }
    }

    private static string LayerId(QueryText text)
    {
        var valid = text.Value.Length <= 48 && char.IsAsciiLetterLower(text.Value[0]) && text.Value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
        return valid ? text.Value : throw text.Wrong($"{Texts.Shown(text.Value)} cannot be a layer's id.", "lower-case letters, digits and _, at most 48, a letter first");
    }
}
