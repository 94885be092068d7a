using Avalonia;
using CityMap.Desktop;

Options options;
try
{
    options = Options.Parse(args);
}
catch (ArgumentException mistake)
{
    await Console.Error.WriteLineAsync($"citymap desktop: {mistake.Message}");
    return 2;
}

if (options.Smoke) return await Smoke.RunAsync(options);
return AppBuilder.Configure(() => new App(options)).UsePlatformDetect().StartWithClassicDesktopLifetime([]);
