using System.Net.Sockets;
using Npgsql;

namespace CityMap.Geo.PostGis.Connections;

/// <summary>What an error of PostgreSQL or of the way to it means.</summary>
internal static class PostGisErrors
{
    /// <summary>Raised by <c>citymap_store.refuse_stale()</c>.</summary>
    public const string Stale = "CM001";

    /// <summary>True when the connection is gone, so that nobody knows what became of the last statement.</summary>
    public static bool IsLost(Exception e) => e switch
    {
        PostgresException p => p.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections || p.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException n => n.InnerException is IOException or SocketException or TimeoutException or ObjectDisposedException,
        IOException or SocketException or TimeoutException => true,
        _ => false,
    };

    /// <summary>True when the same statement may simply be tried again.</summary>
    public static bool IsCollision(PostgresException e) =>
        e.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable;

    /// <summary>True when somebody else's entry or key stands in the way.</summary>
    public static bool IsConflict(PostgresException e) => e.SqlState is Stale or PostgresErrorCodes.UniqueViolation;

    /// <summary>True when the data of the statement is at fault, not the store.</summary>
    public static bool IsData(PostgresException e) =>
        e.SqlState.StartsWith("22", StringComparison.Ordinal) || e.SqlState.StartsWith("23", StringComparison.Ordinal)
        || e.SqlState.StartsWith("XX", StringComparison.Ordinal) || e.SqlState is PostgresErrorCodes.ProgramLimitExceeded;

    /// <summary>The error as callers of a store know it; null when it is none of the store's problems.</summary>
    public static StoreException? Translate(Exception e) => e switch
    {
        StoreException known => known,
        PostgresException p when p.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            new(StoreProblem.Unavailable, $"PostgreSQL refuses the user or the password: {p.MessageText}", p),
        PostgresException p when p.SqlState == PostgresErrorCodes.InvalidCatalogName =>
            new(StoreProblem.NotAStore, $"There is no such database: {p.MessageText}", p),
        PostgresException p when p.SqlState is PostgresErrorCodes.DiskFull => new(StoreProblem.Full, "The disk of the database is full.", p),
        PostgresException p when p.SqlState is PostgresErrorCodes.QueryCanceled =>
            new(StoreProblem.Unavailable, "The database took too long to answer.", p),
        PostgresException p when p.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction =>
            new(StoreProblem.Unavailable, "The database takes no changes now.", p),
        PostgresException p when p.SqlState is PostgresErrorCodes.InsufficientPrivilege =>
            new(StoreProblem.Unavailable, $"The database role may not do this: {p.MessageText}", p),
        PostgresException p when IsCollision(p) => new(StoreProblem.Unavailable, "Somebody else was changing the same at that moment.", p),
        _ when IsLost(e) => new(StoreProblem.Unavailable, "The database cannot be reached.", e),
        NpgsqlException n when n.InnerException is not PostgresException && n is not PostgresException =>
            new(StoreProblem.Unavailable, $"The database cannot be reached: {n.Message}", n),
        _ => null,
    };
}
