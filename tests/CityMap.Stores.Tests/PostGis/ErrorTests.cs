using CityMap.Geo;
using CityMap.Geo.PostGis.Connections;
using Npgsql;
using Xunit;

namespace CityMap.Stores.Tests.PostGis;

/// <summary>What an error of PostgreSQL means to whoever asked the store.</summary>
public sealed class ErrorTests
{
    [Theory]
    [InlineData(PostgresErrorCodes.DeadlockDetected)]
    [InlineData(PostgresErrorCodes.SerializationFailure)]
    [InlineData(PostgresErrorCodes.LockNotAvailable)]
    public void Who_was_in_the_way_of_somebody_else_may_ask_again(string state) =>
        Assert.Equal(StoreProblem.Unavailable, PostGisErrors.Translate(new PostgresException("", "ERROR", "ERROR", state))?.Problem);

    [Fact]
    public void An_error_of_ours_is_not_called_the_stores() =>
        Assert.Null(PostGisErrors.Translate(new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.SyntaxError)));
}
