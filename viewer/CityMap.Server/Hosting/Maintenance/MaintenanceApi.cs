using System.Security.Cryptography;
using System.Text;
using CityMap.Geo;
using CityMap.Geo.Storage;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityMap.Server.Hosting.Maintenance;

/// <summary><c>/api/maintenance</c>: what <c>backup</c> and <c>restore</c> ask of a running server. It takes the key from the data folder.</summary>
internal static class MaintenanceApi
{
    private static readonly MemberSet _file = new("", "file");

    /// <summary>Maps the routes.</summary>
    public static void MapMaintenanceApi(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/maintenance/backup", BackupAsync).ExcludeFromDescription();
        routes.MapPost("/api/maintenance/restore", RestoreAsync).ExcludeFromDescription();
        routes.MapGet("/api/maintenance/restore", LastRestore).ExcludeFromDescription();
    }

    private static async Task<NoContent> BackupAsync(HttpRequest request, IStore store, Keeper keeper, CancellationToken cancellationToken)
    {
        var file = await FileAsync(request, keeper, cancellationToken);
        try
        {
            await store.BackupAsync(file, cancellationToken);
        }
        catch (StoreException refused) when (refused.Problem == StoreProblem.NotEmpty)
        {
            throw new ProblemException("file_exists", "file", refused.Message, "the name of a file that is not there yet");
        }

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RestoreAsync(
        HttpRequest request, IStore store, Keeper keeper, IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        var file = await FileAsync(request, keeper, cancellationToken);
        await CheckAsync(store, file, cancellationToken);
        (keeper.RestoreFrom, keeper.RestoreFailure) = (file, null);
        request.HttpContext.Response.OnCompleted(() =>
        {
            lifetime.StopApplication();
            return Task.CompletedTask;
        });
        return TypedResults.NoContent();
    }

    // The server stops for a restore, so a file that cannot be restored is refused before that.
    private static async Task CheckAsync(IStore store, string file, CancellationToken cancellationToken)
    {
        try
        {
            await store.CheckBackupAsync(file, cancellationToken);
        }
        catch (StoreException refused) when (refused.Problem is StoreProblem.NotAStore or StoreProblem.Newer)
        {
            throw new ProblemException("not_a_backup", "file", refused.Message, "a file that backup wrote, from the same kind of store");
        }
    }

    private static NoContent LastRestore(HttpRequest request, Keeper keeper)
    {
        Authorize(request, keeper);
        return keeper.RestoreFailure is { } failure
            ? throw new ProblemException(new("restore_failed", $"{failure.Message} The city is what it was before."))
            : TypedResults.NoContent();
    }

    private static async Task<string> FileAsync(HttpRequest request, Keeper keeper, CancellationToken cancellationToken)
    {
        Authorize(request, keeper);
        using var body = await JsonBody.ReadAsync(request, cancellationToken);
        return Read(new BodyReader(body.Bytes));
    }

    private static void Authorize(HttpRequest request, Keeper keeper)
    {
        var shown = Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString());
        if (!CryptographicOperations.FixedTimeEquals(shown, Encoding.UTF8.GetBytes($"Bearer {keeper.Key}")))
        {
            throw new ProblemException("forbidden", "Authorization", "Only the owner of the data folder may ask for this.", "the key in server.address");
        }
    }

    private static string Read(BodyReader reader)
    {
        reader.Open(_file);
        string? file = null;
        var seen = 0UL;
        while (reader.Next(_file, ref seen, out var member)) file = reader.Text(member, 4096);
        reader.End();
        return Path.GetFullPath(file ?? throw ReportBody.Missing("file"));
    }
}
