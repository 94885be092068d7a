using System.Text.Json;
using CityMap.Geo.Formats;
using CityMap.Geo.Formats.Sources;
using CityMap.Server.Api.Problems;
using CityMap.Server.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace CityMap.Server.Imports;

/// <summary>
/// <c>POST /api/imports</c>: the body is the file itself, perhaps gzip. With <c>Accept: application/x-ndjson</c> progress is told line by line;
/// otherwise the answer is the report, or a problem when nothing was stored.
/// </summary>
internal static class ImportsApi
{
    /// <summary>The largest file, in bytes.</summary>
    private const long MostBytes = 4L << 30;

    /// <summary>Maps the route.</summary>
    public static void MapImportsApi(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/imports", ImportAsync).WithName("import").WithTags("Layers").WithMetadata(ImportParameters.All)
            .WithSummary("Bring a file in as one layer or several: all of it or nothing, each refused row named.");

    private static async Task ImportAsync(HttpContext context, ImportRun run, ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var options = ImportParameters.Read(context.Request);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        var file = scratch.NewFile("import");
        try
        {
            await SpoolAsync(context.Request.Body, file, cancellationToken);
            if (context.Request.Headers.Accept.ToString().Contains("application/x-ndjson", StringComparison.Ordinal))
            {
                await TellAsync(context.Response, run, file, options, cancellationToken);
            }
            else
            {
                await AnswerAsync(context, run, file, options, cancellationToken);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Puts a body down as a file, unpacked: it is read more than once.</summary>
    /// <exception cref="ProblemException">It is empty, or its compression is damaged or grows beyond the limits of an archive.</exception>
    internal static async Task SpoolAsync(Stream body, string file, CancellationToken cancellationToken)
    {
        var packed = file + ".body";
        try
        {
            await using (var target = OwnersFile.Create(packed)) await body.CopyToAsync(target, cancellationToken);
            await using var source = File.OpenRead(packed);
            if (source.Length == 0) throw new ProblemException("import_failed", "body", "The body is empty.", "the file itself, GeoJSON or CSV, perhaps gzip");
            await using var copy = OwnersFile.Create(file);
            await SourceFile.UnpackAsync(source, copy, cancellationToken);
        }
        catch (SourceRefusal refused)
        {
            throw new ProblemException(refused.Code, "body", refused.Message);
        }
        finally
        {
            File.Delete(packed);
        }
    }

    private static async Task TellAsync(HttpResponse response, ImportRun run, string file, ImportOptions options, CancellationToken cancellationToken)
    {
        response.ContentType = "application/x-ndjson";
        try
        {
            await run.RunAsync(file, options, WriteAsync, cancellationToken);
        }
        catch (Exception refused) when (ProblemMapping.From(refused) is { } problem)
        {
            await WriteAsync(new ImportFailure(problem.Code, problem.Detail, 0, 0));
        }

        async ValueTask WriteAsync(ImportMessage message)
        {
            await JsonSerializer.SerializeAsync(response.Body, message, ImportJson.Default.ImportMessage, cancellationToken);
            await response.Body.WriteAsync("\n"u8.ToArray(), cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
    }

    private static async Task AnswerAsync(HttpContext context, ImportRun run, string file, ImportOptions options, CancellationToken cancellationToken)
    {
        ImportRemark? first = null;
        var end = await run.RunAsync(file, options, Keep, cancellationToken);
        if (end is ImportFailure failure)
        {
            var where = first is null ? "" : $" The first: line {first.Line}, {first.Field}: {first.Reason}";
            throw new ProblemException(new Problem(failure.Code, failure.Detail + where) { Field = failure.Candidates is null ? first?.Field : "crs", Candidates = failure.Candidates });
        }

        context.Response.StatusCode = ((ImportReport)end).Stored ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        await context.Response.WriteAsJsonAsync((ImportReport)end, ImportJson.Default.ImportReport, null, cancellationToken);

        ValueTask Keep(ImportMessage message)
        {
            first ??= message as ImportRemark;
            return ValueTask.CompletedTask;
        }
    }
}
