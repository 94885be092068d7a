using System.CommandLine;
using CityMap.Server.Hosting;

namespace CityMap.Server.Cli.Client;

/// <summary>The options of commands that talk to a server.</summary>
internal sealed class ServerOption
{
    private readonly StoreOptions _store = new();

    private readonly Option<string?> _server = new("--server")
    {
        Description = "Address of a running server; without it the local one, or one started for this command on the store.",
        HelpName = "URL",
    };

    private readonly Option<string?> _actor = new("--actor") { Description = "The name recorded with every change.", HelpName = "NAME" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_server);
        command.Add(_actor);
        _store.AddTo(command);
    }

    /// <summary>Runs something against the server that is meant, under the actor's name.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="actor">The name when none is stated.</param>
    /// <param name="act">What to do; its answer is the exit code.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<int> UseAsync(ParseResult parsed, string actor, Func<HttpClient, CancellationToken, Task<int>> act, CancellationToken cancellationToken)
    {
        var name = parsed.GetValue(_actor) ?? actor;
        return LocalServer.UseAsync(Address(parsed), _store.Read(parsed), (client, stopping) =>
        {
            client.DefaultRequestHeaders.Add("X-Actor", Uri.EscapeDataString(name));
            return act(client, stopping);
        }, cancellationToken);
    }

    private Uri? Address(ParseResult parsed)
    {
        if (parsed.GetValue(_server) is not { } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new UserErrorException($"{text} is not the address of a server: use for example http://127.0.0.1:{ServerOptions.DefaultPort}.");
    }
}
