using CityMap.Geo.Coordinates;
using Xunit;

namespace CityMap.Geo.Tests.Coordinates;

public sealed class CrsTextTests
{
    public static TheoryData<int> Codes => [.. CrsCatalogue.All.Select(crs => crs.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_system_is_found_again_by_what_is_written_of_it(int code)
    {
        var crs = CrsCatalogue.Find(code)!;
        Assert.Equal(code, CrsWkt.Find(CrsText.Esri(crs), out var why)?.Code ?? throw new Xunit.Sdk.XunitException(why));
        Assert.Equal(code, CrsWkt.Find(CrsText.Ogc(crs), out why)?.Code ?? throw new Xunit.Sdk.XunitException(why));
    }
}
