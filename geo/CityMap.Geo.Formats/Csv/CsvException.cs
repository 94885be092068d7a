namespace CityMap.Geo.Formats.Csv;

/// <summary>The whole CSV file cannot be read; the message is one sentence for a person.</summary>
public sealed class CsvException(string message, Exception? inner = null) : Exception(message, inner);
