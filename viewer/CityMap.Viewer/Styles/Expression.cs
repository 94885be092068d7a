namespace CityMap.Viewer.Styles;

/// <summary>A value of a style that may depend on the zoom and on the feature.</summary>
/// <param name="Run">Computes it: null, <see cref="string"/>, <see cref="double"/>, <see cref="bool"/> or an array of them.</param>
/// <param name="OfFeature">True when it differs from feature to feature.</param>
/// <param name="OfZoom">True when it depends on the zoom.</param>
internal sealed record Expression(Func<Scope, object?> Run, bool OfFeature, bool OfZoom)
{
    /// <summary>Always the same.</summary>
    public static Expression Constant(object? value) => new(_ => value, false, false);

    /// <summary>Made of others.</summary>
    public static Expression Of(Func<Scope, object?> run, params IEnumerable<Expression> parts)
    {
        var (feature, zoom) = (false, false);
        foreach (var part in parts) (feature, zoom) = (feature || part.OfFeature, zoom || part.OfZoom);
        return feature || zoom ? new(run, feature, zoom) : Constant(run(default));
    }
}
