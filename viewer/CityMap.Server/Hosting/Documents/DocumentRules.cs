using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CityMap.Server.Api.Parameters;
using Microsoft.OpenApi;

namespace CityMap.Server.Hosting.Documents;

/// <summary>What the framework leaves out of the API's document and OpenAPI 3.0.4 asks for.</summary>
internal static partial class DocumentRules
{
    /// <summary>Every name in the path is a parameter (OpenAPI 3.0.4, 4.8.9.1), also of a route whose handler reads it by hand.</summary>
    public static void NamePath(OpenApiOperation operation, string? path)
    {
        foreach (Match name in PathName().Matches(path ?? ""))
        {
            operation.Parameters ??= [];
            if (operation.Parameters.Any(known => known.In == ParameterLocation.Path && known.Name == name.Groups[1].Value)) continue;
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name.Groups[1].Value,
                In = ParameterLocation.Path,
                Required = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }

    /// <summary>A list says what it holds (4.8.24.1); anything, where nothing else is known.</summary>
    public static void NameItems(OpenApiSchema schema)
    {
        if (schema.Type?.HasFlag(JsonSchemaType.Array) == true) schema.Items ??= new OpenApiSchema();
    }

    /// <summary>An example of the type of its parameter; null for lists.</summary>
    public static JsonNode? Example(QueryParameter parameter) => parameter switch
    {
        { Many: true } or { Example: null } => null,
        { SchemaType: "integer" } => JsonValue.Create(long.Parse(parameter.Example, CultureInfo.InvariantCulture)),
        { SchemaType: "number" } => JsonValue.Create(double.Parse(parameter.Example, CultureInfo.InvariantCulture)),
        { SchemaType: "boolean" } => JsonValue.Create(bool.Parse(parameter.Example)),
        _ => JsonValue.Create(parameter.Example),
    };

    /// <summary>The document is of this API alone: the pages for administrators have no part in it, and its address no slash at the end.</summary>
    public static void Trim(OpenApiDocument document)
    {
        foreach (var path in document.Paths.Keys.Where(path => path.StartsWith("/dashboard", StringComparison.Ordinal)).ToList()) document.Paths.Remove(path);
        foreach (var server in document.Servers ?? []) server.Url = server.Url?.TrimEnd('/');
    }

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex PathName();
}
