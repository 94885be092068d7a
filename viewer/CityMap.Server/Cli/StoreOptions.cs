using System.CommandLine;
using CityMap.Server.Hosting;
using CityMap.Server.Hosting.Stores;

namespace CityMap.Server.Cli;

/// <summary>The options that say which store is meant, the same on every subcommand.</summary>
internal sealed class StoreOptions
{
    private readonly Option<DirectoryInfo> _data = new("--data")
    {
        Description = "Folder that holds the city; made when it does not exist.",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo("data"),
    };

    private readonly Option<string?> _store = new Option<string?>("--store")
    {
        Description = "How the city is kept: in one GeoPackage file, or in PostgreSQL with PostGIS [default: what the data folder holds, geopackage in an empty one].",
    }.AcceptOnlyFromAmong("geopackage", "postgis");

    private readonly Option<string?> _database = new("--db")
    {
        Description = "An existing PostgreSQL with PostGIS, as \"Host=…;Username=…;Password=…;Database=…\"; without it --store postgis runs a private one in the data folder.",
        HelpName = "CONNECTION",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_store);
        command.Add(_database);
    }

    /// <summary>Reads them.</summary>
    public ServerOptions Read(ParseResult parsed)
    {
        var (database, folder) = (parsed.GetValue(_database), parsed.GetValue(_data)!.FullName);
        var kind = parsed.GetValue(_store) switch
        {
            "postgis" => StoreKind.PostGis,
            "geopackage" => StoreKind.GeoPackage,
            _ => database is not null ? StoreKind.PostGis : StoreOpener.Held(folder),
        };
        if (kind == StoreKind.GeoPackage && database is not null)
        {
            throw new UserErrorException("--db names a PostgreSQL database: use it with --store postgis.");
        }

        return new() { DataFolder = folder, Store = kind, Database = database };
    }
}
