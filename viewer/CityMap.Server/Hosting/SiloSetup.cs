using System.Net;
using System.Net.Sockets;
using CityMap.Server.Hosting.Cluster;
using CityMap.Server.Hosting.Stores;
using Orleans.Dashboard;

namespace CityMap.Server.Hosting;

/// <summary>The silo: alone on this machine, or one of several over a shared PostgreSQL.</summary>
internal static class SiloSetup
{
    /// <summary>Configures clustering; free ports are taken, so that two demos do not collide.</summary>
    public static void Configure(ISiloBuilder silo, ServerOptions options, OpenStore opened)
    {
        var (siloPort, gatewayPort) = FreePorts();
        if (options.Cluster is { } cluster && opened.ConnectionString is { } connectionString)
        {
            silo.ConfigureEndpoints(IPAddress.Loopback, siloPort, gatewayPort);
            Membership.Join(silo, cluster, connectionString);
        }
        else
        {
            silo.UseLocalhostClustering(siloPort, gatewayPort, null, "citymap", "citymap");
        }

        silo.AddDashboard();
    }

    private static (int Silo, int Gateway) FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
