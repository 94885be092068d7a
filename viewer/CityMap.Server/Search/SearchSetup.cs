namespace CityMap.Server.Search;

/// <summary>Registers the search; the live layers and the geography must be there.</summary>
internal static class SearchSetup
{
    /// <summary>Adds the book and what fills it.</summary>
    public static IServiceCollection AddCityMapSearch(this IServiceCollection services) =>
        services.AddSingleton<SearchEntries>().AddSingleton<SearchBook>().AddSingleton<StaticEntries>().AddHostedService<SearchFeeder>();
}
