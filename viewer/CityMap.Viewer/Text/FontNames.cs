namespace CityMap.Viewer.Text;

/// <summary>The fonts of the console's style.</summary>
public static class FontNames
{
    /// <summary>Weight 400.</summary>
    public const string Regular = "Noto Sans Regular";

    /// <summary>Weight 500.</summary>
    public const string Medium = "Noto Sans Medium";

    /// <summary>Weight 600.</summary>
    public const string Bold = "Noto Sans SemiBold";
}
