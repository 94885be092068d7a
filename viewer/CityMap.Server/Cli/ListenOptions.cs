using System.CommandLine;
using System.Net;
using CityMap.Server.Hosting;

namespace CityMap.Server.Cli;

/// <summary>The options that say where to listen.</summary>
internal sealed class ListenOptions
{
    private readonly Option<int> _port = new("--port")
    {
        Description = "TCP port of the page and the API; 0 takes a free one.",
        HelpName = "PORT",
        DefaultValueFactory = _ => ServerOptions.DefaultPort,
    };

    private readonly Option<string> _address = new("--address")
    {
        Description = "Loopback address to listen on: until accounts exist, this server is for its own machine only.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private readonly Option<string?> _cluster = new("--cluster")
    {
        Description = "Be one of several servers over the same --db; those of one name find each other.",
        HelpName = "NAME",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_port);
        command.Add(_address);
        command.Add(_cluster);
    }

    /// <summary>Reads them over the options that are known already.</summary>
    public ServerOptions Read(ParseResult parsed, ServerOptions options)
    {
        var port = parsed.GetValue(_port);
        if (port is < 0 or > 65535) throw new UserErrorException($"{port} is not a port: use a number from 0 to 65535.");
        var cluster = parsed.GetValue(_cluster);
        if (cluster is not null && options.Database is null)
        {
            throw new UserErrorException("--cluster needs --db: several nodes share one PostgreSQL.");
        }

        return options with { Port = port, Address = Loopback(parsed.GetValue(_address)!), Cluster = cluster };
    }

    private static IPAddress Loopback(string text)
    {
        var address = text == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(text, out var parsed) ? parsed : null;
        return address is not null && IPAddress.IsLoopback(address)
            ? address
            : throw new UserErrorException(
                $"CityMap listens on this machine only (127.0.0.1 or ::1) until accounts exist; it refuses the address {text}.");
    }
}
