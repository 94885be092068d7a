using CityMap.Stores.Tests.Crash;

// A crash test starts this program again as the child it kills; otherwise it runs the tests.
if (args is [AppendUntilKilled.Command, var kind, var address]) return await AppendUntilKilled.RunAsync(kind, address);

return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
    ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, CityMap.Stores.Tests.SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
