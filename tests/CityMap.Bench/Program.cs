using CityMap.Bench;
using CityMap.Bench.Fanout;
using CityMap.Bench.Pictures;
using CityMap.Bench.Start;

// A second process of this program plays the server where client and server must not share one.
if (args is [FanoutServer.Command, ..]) return await FanoutServer.RunAsync(args[1..]);
if (args is [MemoryServer.Command, ..]) return await MemoryServer.RunAsync(args[1..]);
if (args is [PictureRun.Command, var folder, .. var names]) return await PictureRun.RunAsync(folder, names);
return await BenchRun.RunAsync(args, Scenarios.All);
