namespace CityMap.Server.Api;

/// <summary>Where the caller reached the city: what every absolute link of an answer begins with.</summary>
internal static class PublicAddress
{
    /// <summary>Scheme, host and base path, without a slash at the end.</summary>
    public static string Of(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
