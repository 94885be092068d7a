using System.Net;
using System.Text;
using System.Text.Json;
using CityMap.Server.Tests.Api;
using CityMap.Server.Tests.Live;

namespace CityMap.Server.Tests.Ogc;

/// <summary>Single features made, replaced, changed and removed, asked as the abstract tests of the draft of part 4 ask.</summary>
public sealed class EditingTests(City city) : EditingStory(city), IClassFixture<City>
{
    [Fact]
    public async Task A_feature_is_made_with_an_address_and_read_there_with_the_same_version()
    {
        await ImportAsync();
        using var made = await SendAsync(HttpMethod.Post, "", One);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using var read = await City.Client.GetAsync(made.Headers.Location);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(made.Headers.ETag, read.Headers.ETag);
        Assert.False(read.Headers.ETag!.IsWeak);
        Assert.Equal(await made.Content.ReadAsStringAsync(), await read.Content.ReadAsStringAsync());
        Assert.Equal(("Giếng mới", 7), (Of(await JsonAsync(read), "name").GetString(), Of(await JsonAsync(read), "depth").GetInt32()));
        Assert.Equal(3, (await City.GetAsync("/ogc/collections/wells/items")).GetProperty("numberMatched").GetInt64());
    }

    [Theory]
    [InlineData("POST", """{"type":"Point","coordinates":[106.75,21.85,12.5]}""")]
    [InlineData("PUT", """{"type":"Point","coordinates":[106.75,21.85,12.5]}""")]
    [InlineData("PATCH", """{"coordinates":[106.75,21.85,12.5]}""")]
    public async Task A_height_is_not_kept_and_not_answered(string method, string geometry)
    {
        await ImportAsync();
        var body = $$$"""{"type":"Feature","geometry":{{{geometry}}},"properties":{"name":"Giếng"}}""";
        using var answer = method == "POST"
            ? await SendAsync(HttpMethod.Post, "", body)
            : await SendAsync(new(method), "/a", body, await TagAsync("a"), method == "PUT" ? "application/geo+json" : Patch);

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        using var read = await City.Client.GetAsync(answer.Headers.Location ?? new Uri("/ogc/collections/wells/items/a", UriKind.Relative));
        Assert.Equal(await read.Content.ReadAsStringAsync(), await answer.Content.ReadAsStringAsync());
        Assert.Equal(read.Headers.ETag, answer.Headers.ETag);
        Assert.Equal(2, (await JsonAsync(answer)).GetProperty("geometry").GetProperty("coordinates").GetArrayLength());
    }

    [Fact]
    public async Task An_id_in_the_body_is_kept_when_it_is_free_and_refused_when_it_is_not()
    {
        await ImportAsync();
        var body = One.Replace("\"geometry\"", "\"id\":\"giếng c\",\"geometry\"", StringComparison.Ordinal);
        using var made = await SendAsync(HttpMethod.Post, "", body);
        Assert.EndsWith("/ogc/collections/wells/items/gi%E1%BA%BFng%20c", made.Headers.Location!.OriginalString, StringComparison.Ordinal);

        using var again = await SendAsync(HttpMethod.Post, "", body);
        await ProblemAsync(again, 409, "id_taken", "id");
    }

    [Fact]
    public async Task A_replaced_feature_holds_what_was_sent_and_nothing_else()
    {
        await ImportAsync();
        var tag = await TagAsync("a");
        using var answer = await SendAsync(HttpMethod.Put, "/a", One, tag);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual(tag, answer.Headers.ETag!.Tag);
        Assert.Equal(answer.Headers.ETag.Tag, await TagAsync("a"));
        var feature = await City.GetAsync("/ogc/collections/wells/items/a");
        Assert.Equal(("Giếng mới", JsonValueKind.Null), (Of(feature, "name").GetString(), Of(feature, "flow").ValueKind));
        Assert.Equal(106.75, feature.GetProperty("geometry").GetProperty("coordinates")[0].GetDouble());
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_takes_away_what_it_sets_to_null_and_leaves_the_rest()
    {
        await ImportAsync();
        using var answer = await SendAsync(HttpMethod.Patch, "/a", """{"properties":{"name":"Đổi tên","flow":null},"geometry":{"coordinates":[106.71,21.81]}}""", await TagAsync("a"), Patch);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var feature = await City.GetAsync("/ogc/collections/wells/items/a");
        Assert.Equal(("Đổi tên", JsonValueKind.Null, 4), (Of(feature, "name").GetString(), Of(feature, "flow").ValueKind, Of(feature, "depth").GetInt32()));
        Assert.Equal(106.71, feature.GetProperty("geometry").GetProperty("coordinates")[0].GetDouble());
        using var nowhere = await SendAsync(HttpMethod.Patch, "/a", """{"geometry":null}""", answer.Headers.ETag!.Tag, Patch);
        Assert.Equal(JsonValueKind.Null, (await JsonAsync(nowhere)).GetProperty("geometry").ValueKind);
    }

    [Fact]
    public async Task A_removed_feature_is_gone_and_seen_as_of_before()
    {
        await ImportAsync();
        var before = TimeProvider.System.GetUtcNow();
        using var gone = await SendAsync(HttpMethod.Delete, "/b", null, await TagAsync("b"));

        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await City.Client.GetAsync("/ogc/collections/wells/items/b")).StatusCode);
        Assert.Equal(1, (await City.GetAsync("/ogc/collections/wells/items")).GetProperty("numberMatched").GetInt64());
        var asOf = Uri.EscapeDataString(before.ToString("O"));
        Assert.Equal(2, (await City.GetAsync($"/ogc/collections/wells/items?asOf={asOf}")).GetProperty("numberMatched").GetInt64());
        Assert.Equal("Giếng 2", Of(await City.GetAsync($"/ogc/collections/wells/items/b?asOf={asOf}"), "name").GetString());
        var tile = CityMap.Geo.Tiles.TileAddress.Containing(new(106.8, 21.9), 14);
        Assert.Empty(await City.Client.GetByteArrayAsync($"/tiles/wells/{tile.Z}/{tile.X}/{tile.Y}.mvt"));
        Assert.NotEmpty(await City.Client.GetByteArrayAsync($"/tiles/wells/{tile.Z}/{tile.X}/{tile.Y}.mvt?asOf={asOf}"));
        using var twice = await SendAsync(HttpMethod.Delete, "/b", null, "\"0\"");
        await ProblemAsync(twice, 404, "not_found", null);
    }

    [Theory]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4326", "[21.85,106.75]")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/3857", "[11883355.642,2493525.441]")]
    public async Task A_body_may_be_in_another_coordinate_system(string crs, string position)
    {
        await ImportAsync();
        using var made = await SendAsync(HttpMethod.Post, "", One.Replace("[106.75,21.85]", position, StringComparison.Ordinal), headers: ("Content-Crs", $"<{crs}>"));

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var point = (await JsonAsync(made)).GetProperty("geometry").GetProperty("coordinates");
        Assert.Equal((106.75, 21.85), (point[0].GetDouble(), point[1].GetDouble()), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-6);
    }

    [Fact]
    public async Task A_key_that_comes_back_makes_no_second_feature_and_belongs_to_one_request()
    {
        await ImportAsync();
        var key = ("Idempotency-Key", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
        using var first = await SendAsync(HttpMethod.Post, "", One, headers: key);
        using var second = await SendAsync(HttpMethod.Post, "", One, headers: key);
        Assert.Equal((HttpStatusCode.Created, first.Headers.Location), (second.StatusCode, second.Headers.Location));
        Assert.Equal(3, (await City.GetAsync("/ogc/collections/wells/items")).GetProperty("numberMatched").GetInt64());

        var patch = ("Idempotency-Key", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
        var tag = await TagAsync("a");
        using var once = await SendAsync(HttpMethod.Patch, "/a", """{"properties":{"depth":8}}""", tag, Patch, headers: patch);
        using var twice = await SendAsync(HttpMethod.Patch, "/a", """{"properties":{"depth":8}}""", tag, Patch, headers: patch);
        Assert.Equal(once.Headers.ETag, twice.Headers.ETag);
        using var elsewhere = await SendAsync(HttpMethod.Patch, "/b", """{"properties":{"depth":8}}""", await TagAsync("b"), Patch, headers: patch);
        await ProblemAsync(elsewhere, 422, "idempotency_key_reused", null);
    }

    [Fact]
    public async Task An_edit_is_found_drawn_and_told_of_and_its_history_says_who_did_what()
    {
        await ImportAsync();
        using var request = new HttpRequestMessage(HttpMethod.Patch, "/ogc/collections/wells/items/a") { Content = new StringContent("""{"properties":{"name":"Giếng Ngọc"},"geometry":{"coordinates":[106.72,21.82]}}""", Encoding.UTF8, Patch) };
        request.Headers.TryAddWithoutValidation("If-Match", await TagAsync("a"));
        request.Headers.TryAddWithoutValidation("X-Actor", "Lan");
        var version = await VersionAsync();
        using (await City.Client.SendAsync(request))
        {
        }

        Assert.Equal(version + 1, await VersionAsync());
        await Until.TrueAsync(async () => (await City.GetAsync("/api/search?q=ngoc")).GetRawText().Contains("Giếng Ngọc", StringComparison.Ordinal));
        var items = (await City.GetAsync("/api/layers/wells/features/a/history")).GetProperty("items");
        var move = items[0];
        Assert.Equal(("feature.replaced", "Lan", "changed"), (move.GetProperty("kind").GetString(), move.GetProperty("actor").GetString(), move.GetProperty("data").GetProperty("shape").GetString()));
        var name = move.GetProperty("data").GetProperty("fields").GetProperty("name");
        Assert.Equal("Giếng Ngọc", name.GetProperty("to").GetString());
        Assert.Single(move.GetProperty("data").GetProperty("fields").EnumerateObject());
    }

    [Fact]
    public async Task A_patch_that_changes_nothing_is_no_entry()
    {
        await ImportAsync();
        var (tag, version) = (await TagAsync("a"), await VersionAsync());
        using var answer = await SendAsync(HttpMethod.Patch, "/a", """{"properties":{"name":"Giếng 1","depth":4.0}}""", tag, Patch);

        Assert.Equal((HttpStatusCode.OK, tag), (answer.StatusCode, answer.Headers.ETag!.Tag));
        Assert.Equal(version, await VersionAsync());
    }

    [Fact]
    public async Task Each_coordinate_system_has_its_own_tag_and_any_of_them_may_be_stated()
    {
        await ImportAsync();
        using var metres = await City.Client.GetAsync("/ogc/collections/wells/items/a?crs=http://www.opengis.net/def/crs/EPSG/0/3857");
        Assert.NotEqual(await TagAsync("a"), metres.Headers.ETag!.Tag);
        using var cached = new HttpRequestMessage(HttpMethod.Get, "/ogc/collections/wells/items/a");
        cached.Headers.TryAddWithoutValidation("If-None-Match", await TagAsync("a"));
        using var known = await City.Client.SendAsync(cached);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        using var changed = await SendAsync(HttpMethod.Patch, "/a", """{"properties":{"depth":5}}""", metres.Headers.ETag.Tag, Patch);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task What_is_possible_is_told_and_an_id_in_a_body_that_replaces_says_nothing()
    {
        await ImportAsync();
        using var items = await City.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/ogc/collections/wells/items"));
        Assert.Equal((HttpStatusCode.OK, "GET, HEAD, POST, OPTIONS"), (items.StatusCode, string.Join(", ", items.Content.Headers.Allow)));
        using var item = await City.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/ogc/collections/wells/items/a"));
        Assert.Equal("GET, HEAD, PUT, PATCH, DELETE, OPTIONS", string.Join(", ", item.Content.Headers.Allow));
        using var live = await City.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/ogc/collections/incidents/items"));
        Assert.Equal("GET, HEAD, OPTIONS", string.Join(", ", live.Content.Headers.Allow));

        using var replaced = await SendAsync(HttpMethod.Put, "/a", One.Replace("\"geometry\"", "\"id\":\"z\",\"geometry\"", StringComparison.Ordinal), await TagAsync("a"));
        Assert.Equal("a", (await JsonAsync(replaced)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_document_says_what_can_be_done_with_which_collection()
    {
        await ImportAsync();
        var paths = (await City.GetAsync("/ogc/api")).GetProperty("paths");
        Assert.Equal(["get", "post"], paths.GetProperty("/collections/wells/items").EnumerateObject().Select(p => p.Name));
        Assert.Equal(["get", "put", "patch", "delete"], paths.GetProperty("/collections/wells/items/{featureId}").EnumerateObject().Select(p => p.Name));
        Assert.Equal(["get"], paths.GetProperty("/collections/incidents/items").EnumerateObject().Select(p => p.Name));
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/create-replace-delete", (await City.GetAsync("/ogc/conformance")).GetRawText(), StringComparison.Ordinal);
    }
}
