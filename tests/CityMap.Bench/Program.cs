using CityMap.Bench;
using CityMap.Bench.Fanout;

// A second process of this program plays the server where client and server must not share one.
if (args is [FanoutServer.Command, ..]) return await FanoutServer.RunAsync(args[1..]);
return await BenchRun.RunAsync(args, Scenarios.All);
