namespace CityMap.Geo.Searching;

/// <summary>That a word stands in an entry, and where: 29 bits of row, one for "in a name", one for "first of a name".</summary>
internal static class Posting
{
    private const int InName = 1;
    private const int First = 2;

    public static int Of(int row, bool inName, bool first) => (row << 2) | (inName ? InName : 0) | (first ? First : 0);

    public static int Row(int posting) => posting >>> 2;

    /// <summary>The same for another row.</summary>
    public static int At(int row, int posting) => (row << 2) | (posting & 3);

    /// <summary>How well a wanted word is met, 1 to 15: in the name before elsewhere, whole before begun, first before later.</summary>
    public static int Gain(int posting, bool whole) =>
        1 + ((posting & InName) != 0 ? 8 : 0) + (whole ? 4 : 0) + ((posting & First) != 0 ? 2 : 0);
}
