using CityMap.Geo.Areas;
using CityMap.Geo.Layers;
using CityMap.Grains.Geography;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Maps;

/// <summary>Finds the district people mean.</summary>
internal static class DistrictByName
{
    /// <summary>By id, by code, by whole name or by a part that only one name has; case and diacritics do not matter.</summary>
    /// <exception cref="ProblemException">None, or several.</exception>
    public static Area Find(CityGeography geography, string name, Audience audience)
    {
        var areas = geography.Districts.Areas.Where(a => audience.Sees(a.Id)).ToList();
        var folded = TextFold.Fold(name);
        Func<Area, bool>[] ways =
        [
            a => a.Id == name || a.Code == name,
            a => string.Equals(a.NameVi, name, StringComparison.OrdinalIgnoreCase),
            a => TextFold.Fold(a.NameVi) == folded || TextFold.Fold(a.NameEn) == folded,
            a => TextFold.Contains(a.NameVi, name) || TextFold.Contains(a.NameEn, name),
        ];
        foreach (var way in ways)
        {
            var found = areas.Where(way).ToList();
            if (found.Count == 1) return found[0];
            if (found.Count > 1)
            {
                throw new ProblemException(
                    "invalid_parameter", "district", $"Several districts are called {Api.Texts.Shown(name)}.", string.Join(", ", found.Take(8).Select(a => $"{a.NameVi} ({a.Id})")));
            }
        }

        throw new ProblemException("not_found", "district", $"There is no district {Api.Texts.Shown(name)}.", "the name or id of a district, from /api/districts");
    }
}
