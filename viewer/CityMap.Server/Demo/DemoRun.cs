using CityMap.Geo.Demo;
using CityMap.Server.Hosting;
using CityMap.Server.Hosting.Stores;

namespace CityMap.Server.Demo;

/// <summary>Runs the server on a demo city: seeds it when the store is empty, then plays its scenario.</summary>
internal static class DemoRun
{
    /// <summary>Runs until told to stop.</summary>
    /// <param name="options">Where.</param>
    /// <param name="demo">Which city.</param>
    /// <param name="fresh">True to start over.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<int> RunAsync(ServerOptions options, DemoOptions demo, bool fresh, CancellationToken cancellationToken)
    {
        var note = DemoNote.Read(options.DataFolder);
        if (fresh || note is { Complete: false })
        {
            // A city that was not finished is of no use to anybody.
            await StoreOpener.DeleteAsync(options, TimeProvider.System, cancellationToken);
            DemoNote.Remove(options.DataFolder);
            note = null;
        }

        Check(options, demo, note);
        return await ServerRun.RunAsync(options, (app, stopping) => StartAsync(app, options, demo, stopping), cancellationToken);
    }

    private static void Check(ServerOptions options, DemoOptions demo, DemoNote? note)
    {
        if (note is null && options.Database is null && StoreOpener.Exists(options))
        {
            throw new UserErrorException($"{options.DataFolder} holds a store that is no demo city: choose another --data, or start over with --fresh.");
        }

        if (note is not null && (note.Size != demo.Size || note.Seed != demo.Seed))
        {
            throw new UserErrorException(
                $"{options.DataFolder} holds the demo city of --size {note.Size.ToString().ToLowerInvariant()} --seed {note.Seed}: "
                + "ask for that one, choose another --data, or start over with --fresh.");
        }
    }

    private static async Task StartAsync(WebApplication app, ServerOptions options, DemoOptions demo, CancellationToken stopping)
    {
        var time = app.Services.GetRequiredService<TimeProvider>();
        var address = ServerRun.Address(app);
        if (DemoNote.Read(options.DataFolder) is { Complete: true })
        {
            _ = Task.Run(() => PlayAsync(app, DemoCity.Generate(demo, time.GetUtcNow()), stopping), CancellationToken.None);
            DemoHints.Print(address);
            return;
        }

        app.Services.GetRequiredService<Readiness>().Stage = "Drawing the demo city.";
        new DemoNote(demo.Size, demo.Seed, Complete: false).Write(options.DataFolder);
        Console.WriteLine("Building the demo city; the page fills as soon as it is there …");
        var city = await Task.Run(() => DemoCity.Generate(demo, time.GetUtcNow()), stopping);
        await ActivatorUtilities.CreateInstance<DemoSeeder>(app.Services).SeedAsync(city, stopping);
        new DemoNote(demo.Size, demo.Seed, Complete: true).Write(options.DataFolder);
        _ = Task.Run(() => PlayAsync(app, city, stopping), CancellationToken.None);
        DemoHints.Print(address);
    }

    private static async Task PlayAsync(WebApplication app, DemoCity city, CancellationToken stopping)
    {
        try
        {
            await ActivatorUtilities.CreateInstance<DemoPlay>(app.Services).RunAsync(city, stopping);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // The server stops, and with it the play.
        }
        catch (Exception failed)
        {
            app.Services.GetRequiredService<ILogger<DemoPlay>>().DemoPlayEnded(failed);
        }
    }
}
