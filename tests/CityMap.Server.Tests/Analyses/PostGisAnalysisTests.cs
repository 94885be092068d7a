using CityMap.Geo;
using CityMap.Geo.PostGis.Cluster;
using CityMap.Server.Hosting;
using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Analyses;

/// <summary>In PostgreSQL.</summary>
public sealed class PostGisAnalysisTests(PostGisCity city) : AnalysisTests(city), IClassFixture<PostGisCity>;

/// <summary>The whole server on a PostgreSQL of its own; where none is installed the test skips, in continuous integration it fails.</summary>
public sealed class PostGisCity : City
{
    internal override ServerOptions Options(string folder)
    {
        try
        {
            PostgresBinaries.Find(null);
        }
        catch (StoreException missing)
        {
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(missing.Message);
            Assert.Skip(missing.Message);
        }

        return base.Options(folder) with { Store = StoreKind.PostGis };
    }
}
