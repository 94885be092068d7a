using System.Text;
using CityMap.Geo;
using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>Vietnamese and awkward text.</summary>
public abstract class TextContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private Task<string[]> ContainingAsync(string text) =>
        IdsAsync(new("reports") { Where = [new("title", Comparison.ContainsText, [text])] });

    [Fact]
    public async Task Text_is_found_without_case_and_diacritics()
    {
        await PutAsync(
            Sample.Report("1", ("title", "Đèn đường hỏng ở phường Đông Kinh")),
            Sample.Report("2", ("title", "DEN GIAO THONG")),
            Sample.Report("3", ("title", "Ngập nước, cầu Kỳ Lừa")),
            Sample.Report("4", ("title", null)));

        Assert.Equal(["1", "2"], await ContainingAsync("đèn"));
        Assert.Equal(["1", "2"], await ContainingAsync("den"));
        Assert.Equal(["1"], await ContainingAsync("DONG KINH"));
        Assert.Equal(["3"], await ContainingAsync("ky lua"));
        Assert.Equal(["3"], await ContainingAsync("Kỳ Lừa".Normalize(NormalizationForm.FormD)));
        Assert.Equal(["1", "2", "3"], await ContainingAsync(""));
    }

    [Fact]
    public async Task Every_word_is_found_in_whichever_field_has_it()
    {
        await PutAsync(
            Sample.Report("1", ("title", "Đèn đường hỏng"), ("type", "Đường Lê Lợi")),
            Sample.Report("2", ("title", "Đèn hỏng"), ("type", null)),
            Sample.Report("3", ("title", null), ("type", "đường LÊ LỢI, đèn")));

        Assert.Equal(["1", "3"], await IdsAsync(Words("loi  den")));
        Assert.Equal(["1", "2", "3"], await IdsAsync(Words("Đèn")));
        Assert.Equal(["1"], await IdsAsync(Words("hỏng lê")));
        Assert.Equal(["1", "2", "3"], await IdsAsync(Words(" ")));
        await RefusedAsync(StoreProblem.BadQuery, () => IdsAsync(new("reports") { Where = [new("title", Comparison.In, ["x"]) { OrIn = ["type"] }] }));
        await RefusedAsync(StoreProblem.BadQuery, () => IdsAsync(new("reports") { Where = [.. FieldTest.EveryWord("x", "title", "severity")] }));

        static FeatureQuery Words(string text) => new("reports") { Where = [.. FieldTest.EveryWord(text, "title", "type")] };
    }

    [Fact]
    public async Task Quotes_and_wildcards_are_just_characters()
    {
        string[] awkward = ["100%", "a_b", "it's \"quoted\"", @"back\slash", "'; DROP TABLE reports; --", "😀 emoji", "*?[x]"];
        await PutAsync([.. awkward.Select((t, i) => Sample.Report($"r{i}", ("title", t), ("type", t)))]);
        await PutAsync(Sample.Report("plain", ("title", "1000 axb"), ("type", "plain")));

        for (var i = 0; i < awkward.Length; i++)
        {
            Assert.Equal([$"r{i}"], await ContainingAsync(awkward[i]));
            Assert.Equal([$"r{i}"], await IdsAsync(new("reports") { Where = [new("type", Comparison.In, [awkward[i]])] }));
            Assert.Equal(awkward[i], (await Features.FindAsync("reports", $"r{i}", null, Stop))!["title"]);
        }

        Assert.Equal(["r0"], await ContainingAsync("%"));
        Assert.Equal(["r1"], await ContainingAsync("_"));
    }

    [Fact]
    public async Task Text_is_kept_in_NFC_and_found_in_either_form()
    {
        var nfd = "Lạng Sơn".Normalize(NormalizationForm.FormD);
        await PutAsync(Sample.Report("r", ("title", nfd)));

        Assert.Equal("Lạng Sơn", (await Features.FindAsync("reports", "r", null, Stop))!["title"]);
        Assert.Equal(["r"], await IdsAsync(new("reports") { Where = [new("title", Comparison.In, [nfd])] }));
        Assert.Equal(["r"], await IdsAsync(new("reports") { Where = [new("title", Comparison.In, ["Lạng Sơn"])] }));
    }

    [Fact]
    public async Task Ids_are_text_and_differ_by_case()
    {
        await PutAsync(Sample.Report("a b'c\"%"), Sample.Report("A b'c\"%"), Sample.Report("05977@2025"), Sample.Report("đ"));

        Assert.NotNull(await Features.FindAsync("reports", "a b'c\"%", null, Stop));
        Assert.Null(await Features.FindAsync("reports", "a b'C\"%", null, Stop));
        Assert.Equal(4, (await Features.QueryAsync(new("reports"), Stop)).NumberMatched);
    }

    [Fact]
    public async Task An_id_that_is_not_composed_is_refused_because_it_looks_like_another()
    {
        var nfd = "đá-ặ".Normalize(NormalizationForm.FormD);

        Assert.IsType<Geo.Journal.AppendOutcome.Refused>(await AppendAsync(Sample.Put(Sample.Report(nfd)) with { Stream = "report/1" }));
        await PutAsync(Sample.Report("đá-ặ"));
    }

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFF")]
    public async Task What_is_no_character_is_neither_stored_nor_asked_for(string none)
    {
        await PutAsync(Sample.Report("r", ("title", "Lạng Sơn")));

        Assert.IsType<Geo.Journal.AppendOutcome.Refused>(await AppendAsync(Sample.Put(Sample.Report($"r{none}")) with { Stream = "report/1" }));
        Assert.IsType<Geo.Journal.AppendOutcome.Refused>(await AppendAsync(Sample.Put(Sample.Report("s", ("title", $"Sơn{none}"))) with { Stream = "report/2" }));
        Assert.Null(await Features.FindAsync("reports", $"r{none}", null, Stop));
        await RefusedAsync(StoreProblem.BadQuery, () => IdsAsync(new("reports") { Where = [new("title", Comparison.In, [$"Sơn{none}"])] }));
    }

    [Fact]
    public async Task Extreme_values_come_back_as_they_were()
    {
        var extreme = Sample.Report("x", -180, 90, ("severity", long.MinValue), ("score", double.Epsilon), ("title", new string('ư', 10_000)),
            ("due_at", new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero)));
        await PutAsync(extreme);

        Same.Feature(extreme, await Features.FindAsync("reports", "x", null, Stop));
    }
}
