namespace CityMap.Geo.PostGis.Schema;

/// <summary>The SQL files embedded in this assembly.</summary>
internal static class SqlFile
{
    /// <summary>The text of one file of the folder Sql.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(SqlFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No embedded file {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
