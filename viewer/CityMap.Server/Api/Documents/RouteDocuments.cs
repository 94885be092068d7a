namespace CityMap.Server.Api.Documents;

/// <summary>Describes routes that are mapped as bare delegates.</summary>
internal static class RouteDocuments
{
    /// <summary>Shows the route in the API's document: a bare delegate is left out unless its method is named.</summary>
    public static RouteHandlerBuilder Describe(this IEndpointConventionBuilder route, RequestDelegate handler, BodyDocument body)
    {
        var described = new RouteHandlerBuilder([route]);
        described.WithMetadata(handler.Method, body);
        return described;
    }
}
