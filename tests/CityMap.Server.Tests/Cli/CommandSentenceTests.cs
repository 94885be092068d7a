using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CityMap.Server.Tests.Cli;

/// <summary>What a command that fails says: its sentence, and nothing of the machinery.</summary>
public sealed class CommandSentenceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-sentence-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_import_without_a_server_that_fails_says_why_and_nothing_else()
    {
        var file = Path.Combine(_folder, "bad.csv");
        await File.WriteAllTextAsync(file, "id,lon,lat\n1,21.8,106.7\n", Stop);
        var (code, program) = await BuiltProgram.RunAsync("import", file, "--layer", "x", "--data", Path.Combine(_folder, "data"));
        Assert.Equal(1, code);
        Assert.Equal("The file holds no row that can be used.", Assert.Single(program.Errors));
    }

    [Fact]
    public async Task A_backup_overwrites_nothing_and_says_so_as_a_conflict()
    {
        var file = Path.Combine(_folder, "there.citymap");
        await File.WriteAllTextAsync(file, "a letter", Stop);
        var data = Path.Combine(_folder, "data");
        using var server = BuiltProgram.Start("serve", "--data", data, "--port", "0");
        using var client = await server.ReadyAsync();
        var key = (await File.ReadAllLinesAsync(Path.Combine(data, "server.address"), Stop))[1];
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

        using var answer = await client.PostAsJsonAsync("/api/maintenance/backup", new { file }, Stop);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(("file_exists", "file"), (problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString()));
        Assert.Equal("a letter", await File.ReadAllTextAsync(file, Stop));
        var (code, program) = await BuiltProgram.RunAsync("backup", file, "--data", data);
        Assert.Equal(1, code);
        Assert.Contains("exists", Assert.Single(program.Errors), StringComparison.Ordinal);
    }
}
