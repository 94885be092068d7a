namespace CityMap.Desktop;

/// <summary>What the command line asks for.</summary>
/// <param name="Server">Where the server is.</param>
/// <param name="Data">Where the offline pack and the windows are kept.</param>
/// <param name="Smoke">Draw one frame without a screen, and end.</param>
/// <param name="Out">Where that frame goes.</param>
/// <param name="Wall">Begin on the wall.</param>
internal sealed record Options(Uri Server, string Data, bool Smoke, string Out, bool Wall)
{
    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">Not understood; the message says what.</exception>
    public static Options Parse(string[] args)
    {
        var options = new Options(
            new("http://127.0.0.1:5080"),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "citymap-desktop"),
            false,
            "citymap-desktop.png",
            false);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--smoke" => options with { Smoke = true },
                "--wall" => options with { Wall = true },
                "--server" => options with { Server = Address(Next(args, ref i)) },
                "--data" => options with { Data = Next(args, ref i) },
                "--out" => options with { Out = Next(args, ref i) },
                _ => throw new ArgumentException($"There is no option {args[i]}. There are --server URL, --data FOLDER, --wall, --smoke and --out FILE."),
            };
        }

        return options;
    }

    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var server) && (server.Scheme is "http" or "https")
        ? server
        : throw new ArgumentException($"{text} is no address of a server; it would be like http://127.0.0.1:5080.");

    private static string Next(string[] args, ref int i) => ++i < args.Length ? args[i] : throw new ArgumentException($"{args[i - 1]} needs a value.");
}
