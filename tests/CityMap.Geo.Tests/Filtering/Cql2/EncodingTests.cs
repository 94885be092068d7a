using CityMap.Geo.Filtering.Cql2;
using Xunit;

namespace CityMap.Geo.Tests.Filtering.Cql2;

/// <summary>Reading and writing filters.</summary>
public sealed class EncodingTests
{
    [Fact]
    public void Every_example_of_the_standard_survives_text_and_json()
    {
        var folder = Path.GetDirectoryName(TestData.Path("cql2/examples/example01.txt"))!;
        var files = Directory.GetFiles(folder, "*.txt");
        Assert.Equal(120, files.Length);
        foreach (var file in files)
        {
            var tree = Cql2Filter.FromText(File.ReadAllText(file));
            var text = Cql2Filter.ToText(tree);
            Assert.Equal(text, Cql2Filter.ToText(Cql2Filter.FromText(text)));
            Assert.Equal(text, Cql2Filter.ToText(Cql2Filter.FromJson(Cql2Filter.ToJson(tree))));
        }
    }

    [Theory]
    [InlineData("name = 'Lạng Sơn'", """{"op":"=","args":[{"property":"name"},"Lạng Sơn"]}""")]
    [InlineData("NOT name LIKE 'a%' AND v > 10", """{"op":"and","args":[{"op":"not","args":[{"op":"like","args":[{"property":"name"},"a%"]}]},{"op":">","args":[{"property":"v"},10]}]}""")]
    [InlineData("v = -foo * 2", """{"op":"=","args":[{"property":"v"},{"op":"*","args":[{"op":"*","args":[-1,{"property":"foo"}]},2]}]}""")]
    [InlineData("T_FINISHEDBY(INTERVAL(a, b), INTERVAL('..', '2010-02-10T05:29:20Z'))", """{"op":"t_finishedBy","args":[{"interval":[{"property":"a"},{"property":"b"}]},{"interval":["..","2010-02-10T05:29:20Z"]}]}""")]
    [InlineData("S_WITHIN(g, BBOX(-118, 33.8, -117.9, 34))", """{"op":"s_within","args":[{"property":"g"},{"bbox":[-118,33.8,-117.9,34]}]}""")]
    [InlineData("v IN (1, 2)", """{"op":"in","args":[{"property":"v"},[1,2]]}""")]
    public void Text_and_json_of_one_filter_are_one_tree(string text, string json) =>
        Assert.Equal(Cql2Filter.ToJson(Cql2Filter.FromText(text)), Cql2Filter.ToJson(Cql2Filter.FromJson(json)));

    [Theory]
    [InlineData("name = ", "at character 8")]
    [InlineData("name = 'open", "at character 8")]
    [InlineData("name == 'a'", "at character 7")]
    [InlineData("name IN ()", "at character 10")]
    [InlineData("a = 1 AND", "at character 10")]
    [InlineData("a NOT = 1", "at character 7")]
    [InlineData("S_INTERSECTS(g, POLYGON((0 0, 1 0, 1 1, 2 2)))", "at character 25")]
    [InlineData("d = DATE('2026-02-30')", "at character 10")]
    [InlineData("v = 1e999", "at character 5")]
    [InlineData("a = 1; DROP TABLE x", "at character 6")]
    public void A_mistake_is_told_with_its_place(string text, string place) =>
        Assert.Equal(place, Assert.Throws<Cql2Exception>(() => Cql2Filter.FromText(text)).Place);

    [Theory]
    [InlineData("""{"op":"=","args":[{"property":"a"}]}""", "")]
    [InlineData("""{"op":"and","args":[{"op":"=","args":[{"property":"a"},null]},true]}""", "args[0].args[1]")]
    [InlineData("""{"op":"=","args":[{"date":"2026-02-30"},1]}""", "args[0].date")]
    public void A_mistake_in_json_is_told_with_its_path(string json, string place) =>
        Assert.Equal(place, Assert.Throws<Cql2Exception>(() => Cql2Filter.FromJson(json)).Place);

    [Fact]
    public void What_is_too_large_is_refused()
    {
        Assert.Throws<Cql2Exception>(() => Cql2Filter.FromText(new string('(', 40) + "a = 1" + new string(')', 40)));
        Assert.Throws<Cql2Exception>(() => Cql2Filter.FromText(string.Join(" AND ", Enumerable.Repeat("a=1", 80))));
        Assert.Throws<Cql2Exception>(() => Cql2Filter.FromText($"a = '{new string('x', 4096)}'"));
        Assert.Throws<Cql2Exception>(() => Cql2Filter.FromText($"S_INTERSECTS(g, MULTIPOINT({string.Join(',', Enumerable.Repeat("(1 1)", 1001))}))"));
    }

    [Fact]
    public void Damaged_filters_are_refused_and_nothing_else_happens()
    {
        var folder = Path.GetDirectoryName(TestData.Path("cql2/examples/example01.txt"))!;
        var texts = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var random = new Random(7);
        for (var i = 0; i < 5000; i++)
        {
            var text = texts[random.Next(texts.Length)];
            for (var n = random.Next(1, 4); n > 0; n--) text = Damage(random, text);
            try
            {
                Assert.NotEmpty(Cql2Filter.ToText(Cql2Filter.FromText(text)));
            }
            catch (Cql2Exception refused)
            {
                Assert.NotEmpty(refused.Reason);
            }
        }
    }

    private static string Damage(Random random, string text)
    {
        var at = random.Next(text.Length + 1);
        const string Noise = "()'\"\\,;-%^*/<>=. 0aZ\0é\uD800";
        return random.Next(3) switch
        {
            0 => text.Insert(at, Noise[random.Next(Noise.Length)].ToString()),
            1 when text.Length > 0 => text.Remove(Math.Min(at, text.Length - 1), 1),
            _ => text[..at] + text[random.Next(text.Length + 1)..],
        };
    }
}
