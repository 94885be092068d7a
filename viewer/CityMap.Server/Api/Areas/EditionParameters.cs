using System.Globalization;
using CityMap.Geo.Formats.Sources;
using CityMap.Server.Api.Parameters;

namespace CityMap.Server.Api.Areas;

/// <summary>What is said about a file of areas.</summary>
internal sealed record EditionOptions(
    string Edition, DateOnly ValidFrom, DateOnly? ValidTo, string? Succeeds, string? Kind, string? Code, string? Name, string? NameEn,
    bool Replace, bool DryRun, string? FileName, SourceFormat? Format, string Actor);

/// <summary>The query parameters of an import of an edition.</summary>
internal static class EditionParameters
{
    private static readonly QueryParameter<string> Edition = new("edition", "Its name; stands behind the @ of every area's id.", "2025", static text =>
        text.Value.Length <= 32 && text.Value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? text.Value
            : throw text.Wrong($"{Texts.Shown(text.Value)} cannot be the name of an edition.", "letters without accents, digits, -, _ and ., at most 32"))
    { Required = true };

    private static readonly QueryParameter<DateOnly?> ValidFrom = Day("validFrom", "First day in force.", "2025-07-01") with { Required = true };
    private static readonly QueryParameter<DateOnly?> ValidTo = Day("validTo", "First day no longer in force; absent while it is.", "2030-01-01");
    private static readonly QueryParameter<string> Succeeds = Parameter.Text("succeeds", "The edition that ends when this one begins.", "2020");
    private static readonly QueryParameter<string> Kind = Parameter.OneOf("kind", "What its areas are; told by their names when absent.", ["ward", "commune", "district", "pilot"]);
    private static readonly QueryParameter<string> Code = Parameter.Text("code", "The attribute of the official code; guessed when absent.", "code");
    private static readonly QueryParameter<string> Name = Parameter.Text("name", "The attribute of the Vietnamese name; guessed when absent.", "fullName");
    private static readonly QueryParameter<string> NameEn = Parameter.Text("nameEn", "The attribute of the English name; guessed when absent.", "fullNameEn");
    private static readonly QueryParameter<bool?> Replace = Parameter.Flag("replace", "Put the file in the place of the edition of that name, if there is one.");
    private static readonly QueryParameter<bool?> DryRun = Parameter.Flag("dryRun", "Read, check and report; store nothing.");
    private static readonly QueryParameter<string> File = Parameter.Text("file", "The file's name with its extension.", "communes.geojson");
    private static readonly QueryParameter<string> Format = Parameter.OneOf("format", "The file's format; recognised when absent.", [.. SourceFormats.All.Select(f => f.Id)]);

    /// <summary>All of them.</summary>
    public static readonly QueryParameters All = new(Edition, ValidFrom, ValidTo, Succeeds, Kind, Code, Name, NameEn, Replace, DryRun, File, Format);

    /// <summary>A day.</summary>
    public static QueryParameter<DateOnly?> Day(string name, string description, string example) => new(name, description, example, static text =>
        DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw text.Wrong($"{Texts.Shown(text.Value)} is not a day.", "year-month-day, for example 2025-07-01"));

    /// <summary>Reads a request's.</summary>
    /// <exception cref="Problems.ProblemException">One is unknown, missing or wrong.</exception>
    public static EditionOptions Read(HttpRequest request)
    {
        var values = All.Read(request);
        var (from, to) = (values.Get(ValidFrom)!.Value, values.Get(ValidTo));
        if (to <= from) throw new Problems.ProblemException("invalid_parameter", "validTo", "The edition ends before it begins.", "a day after validFrom");
        if (values.Get(Succeeds) == values.Get(Edition)) throw new Problems.ProblemException("invalid_parameter", "succeeds", "An edition does not succeed itself.", "another edition");
        return new(
            values.Get(Edition)!, from, to, values.Get(Succeeds), values.Get(Kind), values.Get(Code), values.Get(Name), values.Get(NameEn),
            values.Get(Replace) ?? false, values.Get(DryRun) ?? false, values.Get(File), values.Get(Format) is { } format ? SourceFormats.Find(format) : null,
            Caller.Of(request).Actor);
    }
}
