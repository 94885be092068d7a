namespace CityMap.Geo.Searching;

/// <summary>What a search can find. Of equally good matches the kind named first comes first.</summary>
public enum SearchKind
{
    /// <summary>An administered area.</summary>
    Area,

    /// <summary>A facility.</summary>
    Facility,

    /// <summary>A street, once per name and district.</summary>
    Street,

    /// <summary>A named feature of any other layer: a river, a park, a village.</summary>
    Place,

    /// <summary>A layer of the map.</summary>
    Layer,

    /// <summary>An incident.</summary>
    Incident,
}
