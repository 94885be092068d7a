using System.Text;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>The block that describes a file (<c>HeaderBlock</c>): what a reader must know to read it.</summary>
internal static class PbfHeader
{
    /// <summary>Checks it.</summary>
    /// <exception cref="InvalidDataException">The file asks for something that is not read here, by its name.</exception>
    public static void Check(ReadOnlySpan<byte> block)
    {
        var reader = new ProtoReader(block);
        while (reader.Next(out var field))
        {
            if (field != 4)
            {
                reader.Skip();
                continue;
            }

            var feature = Encoding.UTF8.GetString(reader.Bytes());
            if (feature == "HistoricalInformation") throw new InvalidDataException("it holds the history of its elements; a file of one moment is needed");
            if (feature is not ("OsmSchema-V0.6" or "DenseNodes")) throw new InvalidDataException($"it needs the feature \"{feature}\", which is not read here");
        }
    }
}
