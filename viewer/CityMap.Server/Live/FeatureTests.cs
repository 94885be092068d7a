using System.Globalization;
using System.Text;
using CityMap.Geo.Layers;

namespace CityMap.Server.Live;

/// <summary>The conditions of a query, evaluated on one feature in memory, with the same meaning as in the stores.</summary>
internal static class FeatureTests
{
    /// <summary>True when every condition holds.</summary>
    public static bool Pass(IReadOnlyList<FieldTest> tests, Feature feature)
    {
        for (var i = 0; i < tests.Count; i++)
        {
            if (!Pass(tests[i], tests[i].Field == "id" ? feature.Id : feature[tests[i].Field])) return false;
        }

        return true;
    }

    private static bool Pass(FieldTest test, object? value) => test.Comparison switch
    {
        Comparison.IsNull => value is null,
        Comparison.IsNotNull => value is not null,
        _ when value is null => false,
        Comparison.In => Holds(test.Values, value),
        Comparison.NotIn => !Holds(test.Values, value),
        Comparison.AtLeast => Compare(value, test.Values[0]) >= 0,
        Comparison.LessThan => Compare(value, test.Values[0]) < 0,
        Comparison.ContainsText => value is string text && Fold(text).Contains(Fold((string)test.Values[0]), StringComparison.Ordinal),
        _ => throw new NotSupportedException($"No such comparison: {test.Comparison}."),
    };

    private static bool Holds(IReadOnlyList<object> values, object value)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].Equals(value)) return true;
        }

        return false;
    }

    private static int Compare(object a, object b) =>
        a is string left && b is string right ? string.CompareOrdinal(left, right) : Comparer<object>.Default.Compare(a, b);

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }
}
