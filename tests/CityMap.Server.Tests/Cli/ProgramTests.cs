using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Cli;

/// <summary>The built program, started as people start it.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-program-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_acknowledged_survives_a_kill_and_the_log_is_clean()
    {
        List<string> acknowledged;
        using (var first = BuiltProgram.Start("serve", "--data", _folder, "--port", "0"))
        {
            using var client = await first.ReadyAsync();
            var reporting = Enumerable.Range(0, 8).Select(i => ReportUntilItEndsAsync(client, i)).ToList();
            while ((await client.GetFromJsonAsync<JsonElement>("/api/info")).GetProperty("sequence").GetInt64() < 100) await Task.Delay(10);
            await first.KillAsync();
            acknowledged = [.. (await Task.WhenAll(reporting)).SelectMany(ids => ids)];
            HasCleanLog(first);
        }

        using var second = BuiltProgram.Start("serve", "--data", _folder, "--port", "0");
        using var again = await second.ReadyAsync();
        Assert.NotEmpty(acknowledged);
        foreach (var id in acknowledged)
        {
            using var found = await again.GetAsync($"/api/incidents/{id}");
            Assert.True(found.IsSuccessStatusCode, $"The acknowledged incident {id} is lost.");
        }

        var total = (await again.GetFromJsonAsync<JsonElement>("/api/incidents?limit=1")).GetProperty("numberMatched").GetInt64();
        Assert.InRange(total, acknowledged.Count, acknowledged.Count + 8);
        second.Terminate();
        Assert.Equal(0, await second.EndAsync());
        HasCleanLog(second);
    }

    [Fact]
    public async Task A_backup_of_a_running_server_is_restored_into_it()
    {
        var file = Path.Combine(_folder, "copy.citymap");
        using var server = BuiltProgram.Start("serve", "--data", _folder, "--port", "0");
        using var client = await server.ReadyAsync();
        await ReportAsync(client, "Trước bản sao");
        Assert.Equal(0, (await BuiltProgram.RunAsync("backup", file, "--data", _folder)).Code);
        await ReportAsync(client, "Sau bản sao");
        var refused = await BuiltProgram.RunAsync("restore", file, "--data", _folder);
        Assert.Equal(1, refused.Code);
        Assert.Contains("--overwrite", refused.Program.Errors.Single(), StringComparison.Ordinal);

        Assert.Equal(0, (await BuiltProgram.RunAsync("restore", file, "--data", _folder, "--overwrite")).Code);
        var list = await client.GetFromJsonAsync<JsonElement>("/api/incidents");
        Assert.Equal(["Trước bản sao"], list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused_and_the_running_server_goes_on()
    {
        var file = Path.Combine(_folder, "letter.citymap");
        await File.WriteAllTextAsync(file, "This is a letter, not a backup, however long it may be.");
        using var server = BuiltProgram.Start("serve", "--data", _folder, "--port", "0");
        using var client = await server.ReadyAsync();
        await ReportAsync(client, "Vẫn còn");
        var before = await EpochAsync(client);

        await IsRefusedAsync("letter.citymap is not a CityMap store", "restore", file, "--data", _folder, "--overwrite");
        Assert.Equal(before, await EpochAsync(client));
        Assert.Equal(1, (await client.GetFromJsonAsync<JsonElement>("/api/incidents")).GetProperty("numberMatched").GetInt64());
        HasCleanLog(server);
    }

    [Fact]
    public async Task A_restore_that_fails_on_the_way_is_told_and_the_server_starts_again_on_the_old_city()
    {
        var file = Path.Combine(_folder, "copy.citymap");
        using var server = BuiltProgram.Start("serve", "--data", _folder, "--port", "0");
        using var client = await server.ReadyAsync();
        Assert.Equal(0, (await BuiltProgram.RunAsync("backup", file, "--data", _folder)).Code);
        await ReportAsync(client, "Sau bản sao");
        var before = await EpochAsync(client);

        // Where the copy is made stands a folder that is not empty: the file is good, and yet it cannot be restored.
        Directory.CreateDirectory(Path.Combine(_folder, "citymap.gpkg.partial", "in the way"));
        await IsRefusedAsync("The city is what it was before.", "restore", file, "--data", _folder, "--overwrite");
        Assert.Equal(before, await EpochAsync(client));
        Assert.Equal(1, (await client.GetFromJsonAsync<JsonElement>("/api/incidents")).GetProperty("numberMatched").GetInt64());
        Assert.Contains(server.Errors, line => line.Contains("The restore did not work", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_busy_port_is_one_sentence()
    {
        using var other = new TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var port = ((System.Net.IPEndPoint)other.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await IsRefusedAsync("--port", "serve", "--data", _folder, "--port", port);
    }

    [Fact]
    public Task An_address_others_could_reach_is_one_sentence() => IsRefusedAsync("this machine only", "serve", "--data", _folder, "--address", "0.0.0.0");

    [Fact]
    public async Task A_replay_that_is_interrupted_says_how_far_it_came()
    {
        using var server = BuiltProgram.Start("serve", "--data", _folder, "--port", "0");
        using var client = await server.ReadyAsync();
        var file = Path.Combine(_folder, "calls.csv");
        await File.WriteAllTextAsync(file, "time,lon,lat,title\n2026-01-01T00:00:00Z,106.76,21.85,Cây đổ\n2026-01-02T00:00:00Z,106.77,21.86,Mất điện\n");

        using var replay = BuiltProgram.Start("replay", file, "--speed", "1", "--server", client.BaseAddress!.ToString());
        while ((await client.GetFromJsonAsync<JsonElement>("/api/incidents")).GetProperty("numberMatched").GetInt64() == 0) await Task.Delay(20);
        replay.Terminate();

        Assert.Equal(130, await replay.EndAsync());
        Assert.Contains(replay.Lines, line => line.StartsWith("Stopped", StringComparison.Ordinal));
        Assert.Contains(replay.Lines, line => line.StartsWith("1 incidents reported", StringComparison.Ordinal));
        Assert.Empty(replay.Errors);
    }

    [Fact]
    public async Task A_store_that_is_in_use_is_one_sentence()
    {
        using var server = BuiltProgram.Start("serve", "--data", _folder, "--port", "0");
        using var client = await server.ReadyAsync();
        await IsRefusedAsync(_folder, "serve", "--data", _folder, "--port", "0");
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_one_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "citymap.gpkg"), "This is a letter, not a GeoPackage; nobody should lose it.");
        await IsRefusedAsync("citymap.gpkg", "serve", "--data", _folder, "--port", "0");
        Assert.StartsWith("This is a letter", await File.ReadAllTextAsync(Path.Combine(_folder, "citymap.gpkg")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_word_the_store_is_the_one_the_folder_holds()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "postgres"));
        await IsRefusedAsync("private PostgreSQL", "db", "--print", "--data", _folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "citymap.gpkg"), "", TestContext.Current.CancellationToken);
        await IsRefusedAsync("--store geopackage or --store postgis", "db", "--print", "--data", _folder);
    }

    [Fact]
    public async Task The_store_says_where_other_programs_find_it()
    {
        await IsRefusedAsync("no store", "db", "--print", "--data", _folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "citymap.gpkg"), "");
        var (code, program) = await BuiltProgram.RunAsync("db", "--print", "--data", _folder);
        Assert.Equal(0, code);
        Assert.Equal(Path.Combine(_folder, "citymap.gpkg"), program.Lines.Single());
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("demo", "--help")]
    [InlineData("backup", "--help")]
    [InlineData("restore", "--help")]
    [InlineData("import", "--help")]
    [InlineData("replay", "--help")]
    [InlineData("db", "--help")]
    public async Task It_explains_itself_under_the_name_people_type(params string[] arguments)
    {
        var (code, program) = await BuiltProgram.RunAsync(arguments);
        Assert.Equal(0, code);
        Assert.Empty(program.Errors);
        Assert.Contains(program.Lines, line => line.StartsWith("  citymap " + (arguments is [var command, _] ? command : "["), StringComparison.Ordinal));
        Assert.DoesNotContain(program.Lines, line => line.Contains("CityMap.Server", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_tells_its_version()
    {
        var (code, program) = await BuiltProgram.RunAsync("--version");
        Assert.Equal(0, code);
        Assert.True(Version.TryParse(program.Lines.Single(), out _));
    }

    [Theory]
    [InlineData("'--colour'", "serve", "--colour", "red")]
    [InlineData("'servr'", "servr")]
    [InlineData("command")]
    public async Task A_command_line_it_does_not_understand_is_one_sentence(string about, params string[] arguments)
    {
        var (code, program) = await BuiltProgram.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Contains(about, Assert.Single(program.Errors), StringComparison.Ordinal);
    }

    private static async Task IsRefusedAsync(string because, params string[] arguments)
    {
        var (code, program) = await BuiltProgram.RunAsync(arguments);
        Assert.Equal(1, code);
        var sentence = Assert.Single(program.Errors);
        Assert.Contains(because, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", sentence, StringComparison.Ordinal);
    }

    // What the web server and the silo warn of on a busy machine, a late heartbeat for one, is not this program's doing.
    private static void HasCleanLog(BuiltProgram program)
    {
        string[] wrong = ["fail:", "crit:", "warn: CityMap"];
        Assert.Equal("", string.Join('\n', program.Errors.Where(line => Array.Exists(wrong, line.Contains))));
    }

    private static async Task<string> EpochAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/info")).GetProperty("epoch").GetString()!;

    private static async Task<string> ReportAsync(HttpClient client, string title)
    {
        using var response = await client.PostAsync("/api/incidents", City.Json(City.Report(title)));
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<List<string>> ReportUntilItEndsAsync(HttpClient client, int caller)
    {
        var acknowledged = new List<string>();
        try
        {
            while (true) acknowledged.Add(await ReportAsync(client, $"Người {caller}, lần {acknowledged.Count}"));
        }
        catch (HttpRequestException)
        {
            // The server is gone; whatever it acknowledged must be there when it comes back.
            return acknowledged;
        }
    }
}
