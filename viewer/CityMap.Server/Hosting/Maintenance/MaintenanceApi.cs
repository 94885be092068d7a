using System.Security.Cryptography;
using System.Text;
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
    }

    private static async Task<NoContent> BackupAsync(HttpRequest request, IStore store, Keeper keeper, CancellationToken cancellationToken)
    {
        await store.BackupAsync(await FileAsync(request, keeper, cancellationToken), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RestoreAsync(
        HttpRequest request, Keeper keeper, IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        keeper.RestoreFrom = await FileAsync(request, keeper, cancellationToken);
        request.HttpContext.Response.OnCompleted(() =>
        {
            lifetime.StopApplication();
            return Task.CompletedTask;
        });
        return TypedResults.NoContent();
    }

    private static async Task<string> FileAsync(HttpRequest request, Keeper keeper, CancellationToken cancellationToken)
    {
        var shown = Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString());
        if (!CryptographicOperations.FixedTimeEquals(shown, Encoding.UTF8.GetBytes($"Bearer {keeper.Key}")))
        {
            throw new ProblemException("forbidden", "Authorization", "Only the owner of the data folder may ask for this.", "the key in server.address");
        }

        using var body = await JsonBody.ReadAsync(request, cancellationToken);
        return Read(new BodyReader(body.Bytes));
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
