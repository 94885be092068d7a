namespace CityMap.Viewer.Sheets;

/// <summary>Bright or dark.</summary>
public enum MapTheme
{
    /// <summary>For the day and for paper.</summary>
    Light,

    /// <summary>For dark rooms.</summary>
    Night,
}

/// <summary>The language of what a map says.</summary>
public enum MapLanguage
{
    /// <summary>Vietnamese.</summary>
    Vi,

    /// <summary>English.</summary>
    En,
}
