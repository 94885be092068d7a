using System.Text.Json;
using System.Text.Json.Nodes;
using CityMap.Geo.Coordinates;
using CityMap.Viewer.Sheets;

namespace CityMap.Viewer.Desktop;

/// <summary>The windows of a desk, and the language of all of them. They share one feed, one selection and one set of layers.</summary>
public sealed class WorkspaceModel
{
    private const int Most = 8;
    private readonly List<WindowPlan> _windows = [];

    /// <summary>The windows, the main one first.</summary>
    public IReadOnlyList<WindowPlan> Windows => _windows;

    /// <summary>The language.</summary>
    public MapLanguage Language { get; set; } = MapLanguage.Vi;

    /// <summary>Opens another window.</summary>
    /// <returns>Its number; -1 when there are as many as a desk can hold.</returns>
    public int Open(WindowPlan plan)
    {
        if (_windows.Count >= Most) return -1;
        _windows.Add(plan);
        return _windows.Count - 1;
    }

    /// <summary>Notes how a window stands now.</summary>
    public void Note(int window, WindowPlan plan) => _windows[window] = plan;

    /// <summary>Closes a window.</summary>
    /// <returns>True when it was the last.</returns>
    public bool Close(int window)
    {
        _windows.RemoveAt(window);
        return _windows.Count == 0;
    }

    /// <summary>What is kept for the next start.</summary>
    public string ToJson() => new JsonObject
    {
        ["language"] = Language == MapLanguage.En ? "en" : "vi",
        ["windows"] = new JsonArray([.. _windows.Select(w => (JsonNode)new JsonObject
        {
            ["lon"] = w.Centre.Lon, ["lat"] = w.Centre.Lat, ["zoom"] = w.Zoom, ["night"] = w.Theme == MapTheme.Night, ["wall"] = w.Wall,
        })]),
    }.ToJsonString();

    /// <summary>What was kept; a damaged text or a place off the earth is passed over, for nobody should be kept from starting by it.</summary>
    public static WorkspaceModel FromJson(string json)
    {
        var workspace = new WorkspaceModel();
        try
        {
            var kept = JsonElement.Parse(json);
            workspace.Language = kept.GetProperty("language").GetString() == "en" ? MapLanguage.En : MapLanguage.Vi;
            foreach (var w in kept.GetProperty("windows").EnumerateArray())
            {
                var centre = new LonLat(w.GetProperty("lon").GetDouble(), w.GetProperty("lat").GetDouble());
                workspace.Open(new(centre, Math.Clamp(w.GetProperty("zoom").GetDouble(), 0, 22), w.GetProperty("night").GetBoolean() ? MapTheme.Night : MapTheme.Light, w.GetProperty("wall").GetBoolean()));
            }
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or CoordinateException)
        {
            return workspace;
        }

        return workspace;
    }
}
