using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace CityMap.Server.Api.Problems;

/// <summary>Answers every failure with a problem document.</summary>
internal static class ProblemResponses
{
    /// <summary>Writes the document.</summary>
    public static Task WriteAsync(HttpContext context, Problem problem)
    {
        var response = context.Response;
        response.StatusCode = problem.Status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(Texts.Plain);
        if (problem.AcceptEncoding is { } codings) response.Headers.AcceptEncoding = codings;
        var body = JsonSerializer.SerializeToUtf8Bytes(problem, ApiJson.Plain.Problem);
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body).AsTask();
    }

    /// <summary>Catches what handlers throw, and gives bare 404 and 405 answers a body.</summary>
    public static void UseProblems(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("CityMap.Server.Api");
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
                if (context.Response is { HasStarted: false, StatusCode: 404 or 405 or 415 or 400, ContentType: null, ContentLength: null })
                {
                    await WriteAsync(context, Bare(context));
                }
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // The caller went away: there is nobody to answer.
            }
            catch (Exception thrown) when (!context.Response.HasStarted)
            {
                await AnswerAsync(context, thrown, logger);
            }
        });
    }

    private static Task AnswerAsync(HttpContext context, Exception thrown, ILogger logger)
    {
        context.Response.Clear();
        if (ProblemMapping.From(thrown) is { } problem) return WriteAsync(context, thrown is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } ? Limited(context, problem) : problem);
        var trace = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        logger.RequestFailed(context.Request.Method, context.Request.Path, trace, thrown);
        return WriteAsync(context, new("internal", $"The server made a mistake; its log tells more under trace {trace}."));
    }

    // A route may take more than others; what it takes is with the request.
    private static Problem Limited(HttpContext context, Problem problem) =>
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } most ? problem with { Expected = $"at most {most:N0} bytes" } : problem;

    private static Problem Bare(HttpContext context) => context.Response.StatusCode switch
    {
        405 => new("method_not_allowed", $"{context.Request.Method} is not possible on {context.Request.Path}.")
        {
            Allowed = context.Response.Headers.Allow.ToString().Split(", ", StringSplitOptions.RemoveEmptyEntries),
        },
        415 => new("unsupported_media_type", "The body has a content type this route does not take.")
        {
            Field = "Content-Type",
            Expected = "application/json",
        },
        400 => new("bad_request", "The request cannot be read."),
        _ => new("not_found", $"There is nothing at {context.Request.Path}."),
    };
}
