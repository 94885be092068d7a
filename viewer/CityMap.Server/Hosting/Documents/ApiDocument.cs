using System.Text.Json.Nodes;
using CityMap.Server.Api.Documents;
using CityMap.Server.Api.Parameters;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace CityMap.Server.Hosting.Documents;

/// <summary><c>/openapi/v1.json</c>, OpenAPI 3.0, and <c>/docs</c> that shows it; both from this server alone.</summary>
internal static class ApiDocument
{
    /// <summary>Registers the document.</summary>
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "CityMap",
                Version = typeof(ApiDocument).Assembly.GetName().Version?.ToString(3) ?? "0",
                Description = "The living map of a city. Times are ISO 8601 with a zone, positions WGS 84 with the longitude first, "
                    + "failures are problem documents (RFC 9457) with `code`, `field` and what would be right.",
                Contact = new OpenApiContact { Name = "CityMap" },
            };
            DocumentRules.Trim(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<QueryParameters>().LastOrDefault() is { } parameters) Describe(operation, parameters);
            if (metadata.OfType<BodyDocument>().LastOrDefault() is { } body) operation.RequestBody = Body(body);
            DocumentRules.NamePath(operation, context.Description.RelativePath);
            operation.Description ??= operation.Summary;
            operation.Responses ??= [];
            operation.Responses["default"] = new OpenApiResponse { Description = "A problem document (RFC 9457), application/problem+json." };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, _, _) =>
        {
            DocumentRules.NameItems(schema);
            return Task.CompletedTask;
        });
    });

    /// <summary>Maps the document and the page that shows it.</summary>
    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/docs", options =>
        {
            options.WithTitle("CityMap API").WithOpenApiRoutePattern("/openapi/{documentName}.json").DisableDefaultFonts()
                // They would ask another host.
                .DisableAgent().DisableMcp().DisableTelemetry();
            options.HideClientButton = true;
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        });
    }

    private static void Describe(OpenApiOperation operation, QueryParameters parameters)
    {
        operation.Parameters ??= [];
        foreach (var parameter in parameters.All)
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Required = parameter.Required,
                Description = parameter.Description,
                Schema = Schema(parameter),
                Style = ParameterStyle.Form,
                Explode = false,
                Example = DocumentRules.Example(parameter),
            });
        }
    }

    private static OpenApiSchema Schema(QueryParameter parameter)
    {
        var type = parameter.SchemaType switch
        {
            "integer" => JsonSchemaType.Integer,
            "number" => JsonSchemaType.Number,
            "boolean" => JsonSchemaType.Boolean,
            _ => JsonSchemaType.String,
        };
        var one = new OpenApiSchema
        {
            Type = type,
            Enum = type == JsonSchemaType.String ? parameter.Allowed?.Select(value => (JsonNode)JsonValue.Create(value)).ToList() : null,
        };
        return parameter.Many ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one;
    }

    private static OpenApiRequestBody Body(BodyDocument body) => new()
    {
        Description = body.Description,
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object }, Example = body.Node() },
        },
    };
}
