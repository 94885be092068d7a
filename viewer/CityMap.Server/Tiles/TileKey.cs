using System.Text;
using CityMap.Geo.Layers;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Live;

namespace CityMap.Server.Tiles;

/// <summary>Names a filter, so that equal ones share their tiles.</summary>
internal static class TileKey
{
    /// <summary>The key of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="clock">What was asked of the clock: a condition that only says what the clock says is named by this.</param>
    public static string Of(FeatureQuery query, string clock)
    {
        var key = new StringBuilder(query.Audience.Key).Append('|');
        key.Append(query.AsOf?.UtcTicks).Append('|').Append(clock).Append('|').Append(query.Shape?.AsText());
        foreach (var test in query.Where.OrderBy(t => t.Field, StringComparer.Ordinal).ThenBy(t => t.Comparison))
        {
            if (IncidentFilter.IsOfTheClock(test)) continue;
            key.Append('|').Append(test.Field).Append(' ').Append(test.Comparison);
            foreach (var text in test.Values.Select(ValueKey.Of).Order(StringComparer.Ordinal))
            {
                // Lengths before texts: no text can be made to look like two.
                key.Append(' ').Append(text.Length).Append(':').Append(text);
            }

            foreach (var field in test.OrIn) key.Append('/').Append(field);
        }

        return key.ToString();
    }
}
