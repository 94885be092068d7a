using CityMap.Geo.Storage;
using CityMap.Server.Api.Problems;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CityMap.Server.Hosting;

/// <summary>Puts the one process together: HTTP, the silo and everything they need, over a store that is already open.</summary>
internal static class CityMapHost
{
    /// <summary>Builds the program; nothing listens before it is started.</summary>
    public static WebApplication Build(ServerOptions options, IStore store, TimeProvider? timeProvider = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(CityMapHost).Assembly.GetName().Name,
        });
        Logging.Configure(builder.Logging);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options));
        builder.Host.UseOrleans(silo => SiloSetup.Configure(silo, options));
        builder.Services.Configure<HostOptions>(host =>
        {
            // The silo and the HTTP port come up side by side; Readiness keeps early callers waiting.
            host.ServicesStartConcurrently = true;
            host.ShutdownTimeout = TimeSpan.FromSeconds(5);
        });
        builder.Services.AddSingleton(options).AddSingleton(store).AddSingleton(timeProvider ?? TimeProvider.System);
        builder.Services.AddSingleton<Readiness>();
        Features.Add(builder.Services, options);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseProblems();
        app.UseReadinessGate();
        app.UseRouting();
        Features.Map(app);
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = BodyLimits.Default;
        kestrel.Listen(options.Address, options.Port, listen => listen.Protocols = HttpProtocols.Http1AndHttp2);
    }
}
