using CityMap.Geo.Coordinates;
using CityMap.Geo.Searching;
using CsCheck;
using Xunit;

namespace CityMap.Geo.Tests.Searching;

public sealed class SearchIndexLaws
{
    private const int All = 200;

    [Fact]
    public void Exactly_those_entries_are_found_of_which_some_word_begins_with_each_wanted_one() =>
        Gen.Select(SomeEntries.Many(40), Beginnings).Sample((entries, query) =>
            Assert.Equal(Answering(entries, query), Found(SearchIndex.Build(entries), entries, query)));

    [Fact]
    public void After_any_changes_it_finds_what_an_index_built_anew_finds() =>
        Gen.Select(SomeEntries.Many(30), Changes.Array[0, 12], Beginnings).Sample((entries, rounds, query) =>
        {
            var index = SearchIndex.Build(entries);
            var now = entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
            foreach (var round in rounds)
            {
                var changes = new Dictionary<string, SearchEntry?>(StringComparer.Ordinal);
                foreach (var (id, entry) in round) changes[$"e{id}"] = entry is null ? null : entry with { Id = $"e{id}" };
                index.Apply(changes);
                foreach (var (id, entry) in changes)
                {
                    if (entry is null) now.Remove(id);
                    else now[id] = entry;
                }
            }

            Assert.Equal(now.Count, index.Count);
            Assert.Equal(Answering([.. now.Values], query), Found(index, [.. now.Values], query));
        });

    [Fact]
    public void While_entries_are_replaced_a_search_finds_each_of_them_once()
    {
        SearchEntry[] entries = [new("a", "Đèn hỏng"), new("b", "Đèn vỡ")];
        var index = SearchIndex.Build(entries);
        var seen = new List<int>();
        var changes = new Watched(() => seen.Add(Ask(index, entries, "đèn", All).Matched)) { ["a"] = entries[0] with { Name = "Đèn tắt" }, ["b"] = null };
        index.Apply(changes);
        Assert.Equal([2, 2], seen);
        Assert.Equal((1, 1), (Ask(index, entries, "đèn", All).Matched, index.Count));
    }

    [Fact]
    public void Accents_and_case_do_not_matter() => Gen.Select(SomeEntries.Many(30), Beginnings).Sample((entries, query) =>
    {
        var index = SearchIndex.Build(entries);
        Assert.Equal(Found(index, entries, query), Found(index, entries, Geo.Layers.TextFold.Fold(query).ToUpperInvariant()));
    });

    [Fact]
    public void The_first_few_are_the_beginning_of_all() => Gen.Select(SomeEntries.Many(40), Beginnings, Gen.Int[1, 10]).Sample((entries, query, few) =>
    {
        var index = SearchIndex.Build(entries);
        var (all, some) = (Ask(index, entries, query, All), Ask(index, entries, query, few));
        Assert.Equal(all.Matched, some.Matched);
        Assert.Equal(all.Hits.Take(few).Select(hit => hit.Entry.Id), some.Hits.Select(hit => hit.Entry.Id));
    });

    [Fact]
    public void What_is_called_just_so_comes_before_what_merely_holds_the_words()
    {
        SearchEntry[] entries =
        [
            new("a", "Chợ đêm Kỳ Lừa, đường Trần Đăng Ninh"), new("b", "Đèn hỏng") { Where = "Kỳ Lừa" }, new("c", "Kỳ Lừa"), new("d", "Kỳ Lừa cũ"),
        ];
        Assert.Equal(["c", "d", "a", "b"], Ask(SearchIndex.Build(entries), entries, "ky lua", All).Hits.Select(hit => hit.Entry.Id));
    }

    [Fact]
    public void Of_equal_matches_the_nearer_comes_first() => Gen.Select(SomeEntries.Places.Array[2, 20], SomeEntries.Places).Sample((places, middle) =>
    {
        SearchEntry[] entries = [.. places.Select((place, i) => new SearchEntry($"e{i}", "Đèn hỏng") { Position = place })];
        var view = new Bounds(middle.Lon - 0.01, middle.Lat - 0.01, middle.Lon + 0.01, middle.Lat + 0.01);
        var hits = SearchIndex.Build(entries).Find(new("den", view), All, id => entries.First(entry => entry.Id == id)).Hits;
        Assert.Equal(hits.Select(hit => hit.Metres).Order(), hits.Select(hit => hit.Metres));
    });

    [Fact]
    public void What_is_still_open_comes_before_what_is_done()
    {
        SearchEntry[] entries = [new("done", "Đèn hỏng"), new("open", "Đèn hỏng") { Favoured = true }];
        Assert.Equal(["open", "done"], Ask(SearchIndex.Build(entries), entries, "đèn", All).Hits.Select(hit => hit.Entry.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!?,.")]
    public void Without_words_nothing_is_found(string query)
    {
        SearchEntry[] entries = [new("a", "Kỳ Lừa")];
        Assert.Empty(Ask(SearchIndex.Build(entries), entries, query, All).Hits);
    }

    // Words cut short, as people type them.
    private static Gen<string> Beginnings { get; } = Gen.Select(SomeEntries.Texts(1, 3), Gen.Int[0, 4], (text, cut) => text[..Math.Max(1, text.Length - cut)].TrimEnd());

    private static Gen<(int Id, SearchEntry? Entry)[]> Changes { get; } =
        Gen.Select(Gen.Int[0, 40], Gen.Bool, SomeEntries.One, (id, stays, entry) => (id, stays ? entry : null)).Array[1, 10];

    private static List<string> Answering(SearchEntry[] entries, string query) =>
        [.. entries.Where(entry => SomeEntries.Answers(entry, query)).Select(entry => entry.Id).Order(StringComparer.Ordinal)];

    private static List<string> Found(SearchIndex index, SearchEntry[] entries, string query)
    {
        var (matched, hits) = Ask(index, entries, query, All);
        Assert.Equal(matched, hits.Count);
        return [.. hits.Select(hit => hit.Entry.Id).Order(StringComparer.Ordinal)];
    }

    private static (int Matched, IReadOnlyList<SearchHit> Hits) Ask(SearchIndex index, SearchEntry[] entries, string query, int most) =>
        index.Find(new(query, null), most, id => entries.FirstOrDefault(entry => entry.Id == id));

    /// <summary>Changes that have somebody look after each of them, while the writer is still at work.</summary>
    private sealed class Watched(Action look) : Dictionary<string, SearchEntry?>, IEnumerable<KeyValuePair<string, SearchEntry?>>
    {
        IEnumerator<KeyValuePair<string, SearchEntry?>> IEnumerable<KeyValuePair<string, SearchEntry?>>.GetEnumerator()
        {
            foreach (var id in Keys)
            {
                yield return KeyValuePair.Create(id, this[id]);
                look();
            }
        }
    }
}
