namespace CityMap.Geo.Demo.Places;

/// <summary>What each kind of facility measures, and when that is too much.</summary>
internal static class Limits
{
    /// <summary>The limits of a kind; none for kinds that measure nothing.</summary>
    public static IReadOnlyList<DemoLimit> Of(string kind) => kind switch
    {
        "pump_station" => [new("water_level", "m", null, 3.2, "WATER", 4, 1.4), new("pressure", "bar", 1.5, 7.5, "WATER", 3, 4.2)],
        "water_plant" => [new("turbidity", "[NTU]", null, 2, "WATER", 4, 0.6), new("residual_chlorine", "mg/L", 0.2, 1, "WATER", 4, 0.5)],
        "reservoir" => [new("water_level", "m", 1.2, 5.6, "WATER", 4, 4.1)],
        "substation" => [new("load", "%", null, 95, "POWER", 4, 62), new("oil_temperature", "Cel", null, 90, "POWER", 5, 58)],
        "rain_gauge" => [new("rain", "mm/h", null, 30, "HAZARD", 4, 0)],
        "waste_station" => [new("fill", "%", null, 92, "WASTE", 3, 48)],
        "hospital" => [new("emergency_wait", "min", null, 90, "HEALTH", 3, 28)],
        "border_gate" => [new("queued_trucks", "1", null, 450, "BORDER", 3, 160)],
        "camera" => [new("signal", "%", 20, null, "SECURITY", 2, 96)],
        "hydrant" => [new("pressure", "bar", 1, null, "FIRE", 3, 3.4)],
        _ => [],
    };
}
