using System.CommandLine;
using CityMap.Server.Hosting.Stores;

namespace CityMap.Server.Cli;

/// <summary><c>db</c>: how other programs reach the store.</summary>
internal static class DbCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var store = new StoreOptions();
        var print = new Option<bool>("--print") { Description = "Print what they open: the path of the file, or PG:… for PostgreSQL." };
        var command = new Command("db", "Tell how QGIS, ogrinfo and psql reach the city, for example: ogrinfo -so \"$(citymap db --print)\".") { print };
        store.AddTo(command);
        command.SetAction(parsed =>
        {
            Console.WriteLine(StoreOpener.Source(store.Read(parsed)));
            return 0;
        });
        return command;
    }
}
