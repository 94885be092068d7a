using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CityMap.Server.Hosting;

/// <summary>Metrics and traces leave this machine only when somebody named a collector in the standard variables.</summary>
internal static class Observability
{
    private static readonly string[] _variables =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>Registers OpenTelemetry with the OTLP exporter when a collector is named.</summary>
    public static void AddObservability(this IServiceCollection services)
    {
        if (!Array.Exists(_variables, name => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(name)))) return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("citymap", serviceVersion: typeof(Observability).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("CityMap.*", "Microsoft.Orleans", "Npgsql"))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation()
                .AddSource("CityMap.*", "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application", "Npgsql"))
            .UseOtlpExporter();
    }
}
