using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityMap.Server.Imports;

/// <summary>One line of an import's progress, as newline-delimited JSON.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ImportProgress), "progress")]
[JsonDerivedType(typeof(ImportRemark), "bad")]
[JsonDerivedType(typeof(ImportWarning), "warning")]
[JsonDerivedType(typeof(ImportRepair), "repaired")]
[JsonDerivedType(typeof(ImportReport), "done")]
[JsonDerivedType(typeof(ImportFailure), "failed")]
internal abstract record ImportMessage;

/// <summary>How far it is.</summary>
/// <param name="Stage"><c>reading</c> or <c>writing</c>.</param>
/// <param name="Read">Rows read in this stage.</param>
/// <param name="Fraction">0 to 1.</param>
internal sealed record ImportProgress(string Stage, long Read, double Fraction) : ImportMessage;

/// <summary>Something about one row.</summary>
/// <param name="Line">Line or record of the file, from 1.</param>
/// <param name="Field">Column or member, empty for the whole row.</param>
/// <param name="Reason">One sentence.</param>
internal abstract record ImportNote(long Line, string Field, string Reason) : ImportMessage
{
    /// <summary>The layer of the file, when it holds several.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Layer { get; init; }
}

/// <summary>A row that cannot be used.</summary>
internal sealed record ImportRemark(long Line, string Field, string Reason) : ImportNote(Line, Field, Reason);

/// <summary>A row that was read, with something a person may want to look at.</summary>
internal sealed record ImportWarning(long Line, string Field, string Reason) : ImportNote(Line, Field, Reason);

/// <summary>A row whose geometry was mended.</summary>
internal sealed record ImportRepair(long Line, string Field, string Reason) : ImportNote(Line, Field, Reason);

/// <summary>A column or member of the file and the field it becomes.</summary>
internal sealed record ImportField(string Name, string Source, string Type);

/// <summary>One layer of the file.</summary>
/// <param name="Layer">Its id on the map.</param>
/// <param name="Source">What the file calls it; null when it holds one only.</param>
/// <param name="Exists">True when the map had a layer of that id before.</param>
/// <param name="Count">Rows that can be used.</param>
/// <param name="Geometry">The shapes they hold.</param>
/// <param name="Fields">What they hold.</param>
/// <param name="Extent">West, south, east, north in WGS 84 degrees; null when nothing has a place.</param>
/// <param name="NumberedFrom">The id that the first row of the file gets when it has none of its own, the second the next; null when every row has one. In a dry run others may take it meanwhile.</param>
internal sealed record ImportedLayer(
    string Layer, string? Source, bool Exists, long Count, string Geometry, IReadOnlyList<ImportField> Fields, IReadOnlyList<double>? Extent, long? NumberedFrom);

/// <summary>The end of an import that was done, or of a dry run that could be. What stands beside the layers is that of all of them, or of the first.</summary>
internal sealed record ImportReport(
    string Layer, long Count, long Bad, long Repaired, long Warnings, bool Stored, long? Sequence, string Geometry,
    IReadOnlyList<ImportField> Fields, string How, int Crs, IReadOnlyList<ImportedLayer> Layers) : ImportMessage;

/// <summary>A coordinate system the numbers of the file could be in.</summary>
/// <param name="Epsg">Its number.</param>
/// <param name="Name">Its name at EPSG.</param>
/// <param name="Meridian">The meridian in its middle, degrees east; null when there is none.</param>
/// <param name="Places">Where it is used.</param>
/// <param name="First">Longitude and latitude in WGS 84 of the first position, if it is this one.</param>
/// <param name="Extent">West, south, east, north in WGS 84, if it is this one.</param>
internal sealed record ImportCandidate(int Epsg, string Name, double? Meridian, string Places, IReadOnlyList<double> First, IReadOnlyList<double> Extent);

/// <summary>The end of an import that stored nothing.</summary>
internal sealed record ImportFailure(string Code, string Detail, long Good, long Bad) : ImportMessage
{
    /// <summary>The coordinate systems to choose from, when that is what is missing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ImportCandidate>? Candidates { get; init; }
}

/// <summary>How imports are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ImportMessage))]
[JsonSerializable(typeof(ImportReport))]
internal sealed partial class ImportJson : JsonSerializerContext;
