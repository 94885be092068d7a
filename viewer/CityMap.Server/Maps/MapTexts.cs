using System.Globalization;
using CityMap.Viewer.Sheets;

namespace CityMap.Server.Maps;

/// <summary>Times as people in the city write them.</summary>
internal static class MapTexts
{
    // Vietnam keeps UTC+7 the whole year.
    private static readonly TimeSpan _offset = TimeSpan.FromHours(7);

    /// <summary>A moment in the city's zone.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => moment.ToOffset(_offset);

    /// <summary>23/11/2026 14:05, or 23 Nov 2026, 14:05.</summary>
    public static string Moment(DateTimeOffset moment, MapLanguage language) =>
        Local(moment).ToString(language == MapLanguage.Vi ? "dd/MM/yyyy HH:mm" : "d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
