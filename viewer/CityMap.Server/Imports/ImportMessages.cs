using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityMap.Server.Imports;

/// <summary>One line of an import's progress, as newline-delimited JSON.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ImportProgress), "progress")]
[JsonDerivedType(typeof(ImportRemark), "bad")]
[JsonDerivedType(typeof(ImportWarning), "warning")]
[JsonDerivedType(typeof(ImportReport), "done")]
[JsonDerivedType(typeof(ImportFailure), "failed")]
internal abstract record ImportMessage;

/// <summary>How far it is.</summary>
/// <param name="Stage"><c>reading</c> or <c>writing</c>.</param>
/// <param name="Read">Rows read in this stage.</param>
/// <param name="Fraction">0 to 1.</param>
internal sealed record ImportProgress(string Stage, long Read, double Fraction) : ImportMessage;

/// <summary>A row that cannot be used.</summary>
internal sealed record ImportRemark(long Line, string Field, string Reason) : ImportMessage;

/// <summary>A row that was read, with something a person may want to look at.</summary>
internal sealed record ImportWarning(long Line, string Field, string Reason) : ImportMessage;

/// <summary>A column or member of the file and the field it becomes.</summary>
internal sealed record ImportField(string Name, string Source, string Type);

/// <summary>The end of an import that was done, or of a dry run that could be.</summary>
internal sealed record ImportReport(
    string Layer, long Count, long Bad, long Warnings, bool Stored, long? Sequence, string Geometry, IReadOnlyList<ImportField> Fields, string How) : ImportMessage;

/// <summary>The end of an import that stored nothing.</summary>
internal sealed record ImportFailure(string Code, string Detail, long Good, long Bad) : ImportMessage;

/// <summary>How imports are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ImportMessage))]
[JsonSerializable(typeof(ImportReport))]
internal sealed partial class ImportJson : JsonSerializerContext;
