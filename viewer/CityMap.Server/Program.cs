using CityMap.Server.Cli;

return await CommandLine.RunAsync(args);
