using CityMap.Server.Hosting;

namespace CityMap.Server.Tests.Hosting;

/// <summary>What a killed server left behind goes at the next start; what another uses stays.</summary>
public sealed class ScratchFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-scratch-").FullName;

    private ServerOptions Options => new() { DataFolder = _folder };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_nobody_holds_is_swept_and_what_somebody_holds_is_not()
    {
        using var living = new ScratchFolder(Options);
        var used = living.NewFile("import");
        File.WriteAllText(used, "in use");
        var left = Path.Combine(_folder, "tmp", "left");
        Directory.CreateDirectory(left);
        File.WriteAllText(Path.Combine(left, "import-x"), "of a killed server");
        File.WriteAllText(left + ".lock", "");

        using (var next = new ScratchFolder(Options))
        {
            Assert.NotEqual(living.Path, next.Path);
            Assert.True(File.Exists(used));
            Assert.False(Directory.Exists(left) || File.Exists(left + ".lock"));
            File.WriteAllText(next.NewFile("import"), "goes with it");
        }

        Assert.Equal([living.Path], Directory.EnumerateDirectories(Path.Combine(_folder, "tmp")));
    }

    [Fact]
    public void It_is_the_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        using var scratch = new ScratchFolder(Options);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(scratch.Path));
    }

    [Fact]
    public void A_file_without_a_name_is_written_and_read_and_never_lies_about()
    {
        using var file = OwnersFile.CreateNameless();
        file.Write("abc"u8);
        file.Position = 0;
        Assert.Equal('a', file.ReadByte());
        Assert.True(OperatingSystem.IsWindows() || !File.Exists(file.Name));
    }
}
