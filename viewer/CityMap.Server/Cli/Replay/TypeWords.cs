namespace CityMap.Server.Cli.Replay;

/// <summary>Known words of other cities' files and the type codes they mean; the first that fits counts.</summary>
internal static class TypeWords
{
    private static readonly (string Word, string Type)[] Words =
    [
        ("wildfire", "HAZARD"), ("landslide", "HAZARD"), ("cháy rừng", "HAZARD"), ("sạt lở", "HAZARD"), ("flood", "WATER"),
        ("fire", "FIRE"), ("arson", "FIRE"), ("cháy", "FIRE"),
        ("noise", "NOISE"), ("tiếng ồn", "NOISE"),
        ("traffic", "TRAFFIC"), ("collision", "TRAFFIC"), ("accident", "TRAFFIC"), ("parking", "TRAFFIC"), ("driveway", "TRAFFIC"), ("street condition", "TRAFFIC"),
        ("pothole", "TRAFFIC"), ("signal", "TRAFFIC"), ("giao thông", "TRAFFIC"),
        ("street light", "LIGHT"), ("streetlight", "LIGHT"), ("chiếu sáng", "LIGHT"),
        ("tree", "TREE"), ("cây", "TREE"),
        ("water", "WATER"), ("sewer", "WATER"), ("plumbing", "WATER"), ("ngập", "WATER"),
        ("electric", "POWER"), ("power", "POWER"), ("heat", "POWER"),
        ("rodent", "WASTE"), ("sanitation", "WASTE"), ("dirty", "WASTE"), ("waste", "WASTE"), ("garbage", "WASTE"), ("dumping", "WASTE"), ("rác", "WASTE"),
        ("medical", "HEALTH"), ("health", "HEALTH"), ("food", "HEALTH"), ("crisis", "HEALTH"),
        ("school", "EDU"), ("bus", "BUS"),
        ("vending", "ORDER"), ("nuisance", "ORDER"), ("disturbance", "ORDER"), ("liquor", "ORDER"), ("homeless", "ORDER"), ("graffiti", "ORDER"), ("panhandling", "ORDER"),
        ("theft", "SECURITY"), ("assault", "SECURITY"), ("burglary", "SECURITY"), ("robbery", "SECURITY"), ("narcotic", "SECURITY"), ("drug", "SECURITY"), ("weapon", "SECURITY"),
        ("suspicious", "SECURITY"), ("trespass", "SECURITY"), ("fraud", "SECURITY"), ("prowl", "SECURITY"), ("warrant", "SECURITY"), ("larceny", "SECURITY"), ("vandal", "SECURITY"),
        ("threat", "SECURITY"), ("homicide", "SECURITY"), ("alarm", "SECURITY"), ("property", "SECURITY"), ("person", "SECURITY"), ("prostitution", "SECURITY"),
    ];

    /// <summary>The code a text means, or null.</summary>
    public static string? Find(string text)
    {
        foreach (var (word, type) in Words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return type;
        }

        return null;
    }

    /// <summary>How grave incidents of a type usually are, 1 to 5.</summary>
    public static int UsualSeverity(string type) => type switch
    {
        "FIRE" or "HAZARD" => 4,
        "SECURITY" or "POWER" or "HEALTH" or "TRAFFIC" => 3,
        _ => 2,
    };
}
