using CityMap.Geo.Classifying;
using CsCheck;
using Xunit;

namespace CityMap.Geo.Tests.Classifying;

/// <summary>Numbers in classes.</summary>
public sealed class ClassBreaksTests
{
    private static readonly Gen<IReadOnlyList<(double Value, long Count)>> _values = Gen.Select(Gen.Int[-50, 50], Gen.Long[1, 5]).List[1, 14]
        .Select(list => (IReadOnlyList<(double, long)>)[.. list.DistinctBy(one => one.Item1).OrderBy(one => one.Item1).Select(one => ((double)one.Item1, one.Item2))]);

    [Fact]
    public void Quantiles_hold_about_as_many_each() =>
        Assert.Equal([(1, 2, 2), (3, 4, 2), (5, 100, 2)], Of(ClassMethod.Quantile, 3, 1, 2, 3, 4, 5, 100));

    [Fact]
    public void Equal_intervals_are_as_wide_each_and_none_is_empty() =>
        Assert.Equal([(0, 2, 3), (10, 10, 1)], Of(ClassMethod.EqualInterval, 3, 0, 1, 2, 10));

    [Fact]
    public void Natural_breaks_part_where_the_numbers_do() =>
        Assert.Equal([(1, 3, 3), (50, 52, 3), (200, 200, 1)], Of(ClassMethod.NaturalBreaks, 3, 1, 2, 3, 50, 51, 52, 200));

    [Fact]
    public void Every_number_is_in_one_class_and_classes_rise() => Gen.Select(_values, Gen.Enum<ClassMethod>(), Gen.Int[1, 6]).Sample((values, method, most) =>
    {
        var classes = ClassBreaks.Of(values, method, most);
        Assert.InRange(classes.Count, 1, most);
        Assert.Equal(values.Sum(one => one.Count), classes.Sum(one => one.Count));
        Assert.All(values, one => Assert.Single(classes, c => one.Value >= c.From && one.Value <= c.To));
        Assert.All(classes.Zip(classes.Skip(1)), two => Assert.True(two.First.To < two.Second.From));
    });

    [Fact]
    public void No_other_classes_vary_less_than_natural_breaks() => Gen.Select(_values, Gen.Int[1, 4]).Sample((values, most) =>
    {
        var found = ClassBreaks.Of(values, ClassMethod.NaturalBreaks, most);
        var spread = found.Sum(c => Spread([.. values.Where(one => one.Value >= c.From && one.Value <= c.To)]));
        Assert.True(spread <= Least(values, most) + 1e-6);
    });

    [Fact]
    public void Very_many_and_very_large_numbers_are_no_trouble()
    {
        var many = Enumerable.Range(0, 100_000).Select(i => (i * 1e300, 1L)).ToList();
        foreach (var method in Enum.GetValues<ClassMethod>()) Assert.Equal(100_000, ClassBreaks.Of(many, method, 9).Sum(one => one.Count));
        Assert.Empty(ClassBreaks.Of([], ClassMethod.Quantile, 5));
    }

    private static IEnumerable<(int From, int To, int Count)> Of(ClassMethod method, int most, params int[] values) =>
        ClassBreaks.Of([.. values.Select(value => ((double)value, 1L))], method, most).Select(one => ((int)one.From, (int)one.To, (int)one.Count));

    // Every way to cut, one after the other.
    private static double Least(IReadOnlyList<(double Value, long Count)> values, int classes) => classes == 1 || values.Count <= 1
        ? Spread(values)
        : Enumerable.Range(1, values.Count).Min(cut => Spread([.. values.Take(cut)]) + (cut == values.Count ? 0 : Least([.. values.Skip(cut)], classes - 1)));

    private static double Spread(IReadOnlyList<(double Value, long Count)> values)
    {
        var mean = values.Sum(one => one.Value * one.Count) / values.Sum(one => one.Count);
        return values.Sum(one => one.Count * (one.Value - mean) * (one.Value - mean));
    }
}
