using CityMap.Geo.Filtering;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Indexing.Columns;

/// <summary>Between whole numbers as columns keep them and values as features carry them.</summary>
internal static class WholeValue
{
    private static readonly object True = true;
    private static readonly object False = false;

    public static object Of(FieldType type, long value) => type switch
    {
        FieldType.Boolean => value != 0 ? True : False,
        FieldType.Timestamp => DateTimeOffset.UnixEpoch.AddTicks(value * 10),
        _ => value,
    };

    public static long From(object? value) => value switch
    {
        null => WholeColumn.NoValue,
        long n => n,
        bool b => b ? 1 : 0,
        DateTimeOffset t => WholeTest.Microseconds(t),
        int n => n,
        _ => throw new StoreException(StoreProblem.BadFeature, $"{value} is not a whole number, a truth value or an instant."),
    };
}
