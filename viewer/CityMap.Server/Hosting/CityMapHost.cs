using CityMap.Server.Api.Problems;
using CityMap.Server.Hosting.Maintenance;
using CityMap.Server.Hosting.Page;
using CityMap.Server.Hosting.Stores;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CityMap.Server.Hosting;

/// <summary>Puts the one process together: HTTP, the silo and everything they need, over a store that is already open.</summary>
internal static class CityMapHost
{
    /// <summary>Builds the program; nothing listens before it is started.</summary>
    public static WebApplication Build(ServerOptions options, OpenStore opened, Keeper keeper, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(CityMapHost).Assembly.GetName().Name,
        });
        Logging.Configure(builder.Logging, options.ForCommand);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options));
        builder.Host.UseOrleans(silo => SiloSetup.Configure(silo, options, opened));
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddSingleton(options).AddSingleton(opened.Store).AddSingleton(keeper).AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton<Readiness>().AddSingleton<ScratchFolder>();
        builder.Services.AddCompression();
        builder.Services.AddObservability();
        Features.Add(builder.Services);

        var app = builder.Build();

        // Now, not with the first upload: what a killed server left behind may be large.
        app.Services.GetRequiredService<ScratchFolder>();

        app.UseUnreadBodies();
        app.UseSecurityHeaders();
        app.UseOwnHostNames();
        app.UseProblems();
        app.UseReadinessGate();
        app.UseCodedTags();
        app.UseResponseCompression();
        app.UseHeadRequests();
        app.UseRouting();
        Features.Map(app);
        app.UseEndpoints(static _ => { });
        app.UsePage();
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = BodyLimits.Drained;
        kestrel.Listen(options.Address, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
    }
}
