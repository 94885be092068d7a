using System.CommandLine;
using System.Text.RegularExpressions;
using CityMap.Server.Hosting;
using CityMap.Server.Maps;
using CityMap.Viewer.Raster;

namespace CityMap.Server.Cli;

/// <summary><c>basemap add</c>: brings a file of raster tiles into the data folder, checked first; a running server has it at once.</summary>
internal static partial class BasemapCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var store = new StoreOptions();
        var file = new Argument<FileInfo>("FILE") { Description = "An MBTiles or PMTiles file of pictures (PNG, JPEG, WebP)." };
        var name = new Option<string?>("--name") { Description = "What it is called in addresses: small letters, digits and hyphens [default: the file's name].", HelpName = "ID" };
        var add = new Command("add", "Check a base map and keep it beside the city; one of the same name is replaced.") { file, name };
        store.AddTo(add);
        add.SetAction((parsed, cancellationToken) => AddAsync(parsed.GetRequiredValue(file).FullName, parsed.GetValue(name), store.Read(parsed).DataFolder, cancellationToken));
        return new Command("basemap", "Base maps of raster tiles, drawn under maps on paper and served at /basemaps/ID/{z}/{x}/{y}.") { add };
    }

    private static async Task<int> AddAsync(string file, string? name, string data, CancellationToken cancellationToken)
    {
        var id = name ?? Strange().Replace(Path.GetFileNameWithoutExtension(file).ToLowerInvariant(), "-").Trim('-');
        if (!Name().IsMatch(id)) throw new UserErrorException($"'{id}' is no name for a base map: use small letters, digits and hyphens, at most 64, with --name.");
        try
        {
            TileArchive.Check(file);
        }
        catch (TileArchiveException refused)
        {
            var named = refused.Message.Contains(Path.GetFileName(file), StringComparison.Ordinal) ? refused.Message : $"{Path.GetFileName(file)}: {refused.Message}";
            throw new UserErrorException($"{named} Nothing was added.");
        }

        var folder = Path.Combine(data, Basemaps.Folder);
        Directory.CreateDirectory(folder);
        var (target, begun) = (Path.Combine(folder, id + Path.GetExtension(file).ToLowerInvariant()), Path.Combine(folder, $".{id}.new"));
        try
        {
            await using (var from = File.OpenRead(file))
            await using (var to = File.Create(begun)) await from.CopyToAsync(to, cancellationToken);
            foreach (var other in TileArchive.Endings.Select(e => Path.Combine(folder, id + e)).Where(o => o != target)) File.Delete(other);
            File.Move(begun, target, overwrite: true);
        }
        finally
        {
            File.Delete(begun);
        }

        Console.WriteLine($"Added the base map {id} ({new FileInfo(target).Length:N0} bytes): /basemaps/{id}/{{z}}/{{x}}/{{y}}, and ground={id} for /api/maps.");
        return 0;
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Strange();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$")]
    private static partial Regex Name();
}
