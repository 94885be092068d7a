using System.Globalization;
using CityMap.Geo.Analyses;
using CityMap.Geo.Layers;

namespace CityMap.Server.Analyses;

/// <summary>A layer that was worked out, as the API shows it.</summary>
/// <param name="Layer">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Order">What was asked; <c>POST /api/analyses</c> takes it as it is.</param>
/// <param name="Inputs">What was read, and whether it is still so.</param>
/// <param name="Fresh">True when every input is as it was.</param>
/// <param name="Figures">What was found.</param>
/// <param name="Count">How many features the layer has.</param>
/// <param name="Bounds">West, south, east, north; null when it is empty.</param>
/// <param name="ComputedAt">When, UTC.</param>
/// <param name="Actor">By whom.</param>
/// <param name="Method">How distances were measured.</param>
internal sealed record AnalysisView(
    string Layer, LocalText Title, AnalysisOrder Order, IReadOnlyList<InputView> Inputs, bool Fresh, IReadOnlyList<AnalysisFigure> Figures, long Count,
    IReadOnlyList<double>? Bounds, DateTime ComputedAt, string Actor, LocalText Method)
{
    private static readonly CultureInfo _vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Shows one.</summary>
    public static AnalysisView Of(MadeLayer made, Geo.Coordinates.Bounds? bounds) => new(
        made.Layer.Id, made.Layer.Title, made.Recipe.Order, [.. made.Recipe.Inputs.Zip(made.States, InputView.Of)], made.States.All(state => state == InputState.Same),
        made.Recipe.Figures, made.Layer.Count, bounds is { } box ? [box.West, box.South, box.East, box.North] : null, made.At.UtcDateTime, made.Actor, MethodOf(made.Recipe));

    private static LocalText MethodOf(AnalysisRecipe recipe)
    {
        var meridian = FormattableString.Invariant($"{recipe.Meridian:0.####}°");
        // A thousandth of a per cent is a centimetre in a kilometre: less is not worth a figure.
        var (vi, en) = recipe.LargestError < 1e-5 ? ("dưới 0,001 %", "less than 0.001%")
            : (string.Create(_vietnamese, $"tối đa {100 * recipe.LargestError:0.###} %"), FormattableString.Invariant($"at most {100 * recipe.LargestError:0.###}%"));
        return new(
            $"Đo theo đường chim bay trên mặt phẳng Mercator ngang WGS 84 quanh kinh tuyến {meridian}, sai số chiều dài {vi}.",
            $"Measured as the crow flies on a transverse Mercator plane of WGS 84 around the meridian {meridian}; lengths {en} too long.");
    }
}

/// <summary>What was read of a layer.</summary>
/// <param name="Role"><c>input</c> or <c>other</c>.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Count">How many features were taken.</param>
/// <param name="Version">Its version then.</param>
/// <param name="Sequence">Up to which entry of the journal.</param>
/// <param name="State"><c>Same</c>, <c>Changed</c> or <c>Gone</c>.</param>
internal sealed record InputView(string Role, string Layer, long Count, long Version, long Sequence, string State)
{
    /// <summary>Shows one.</summary>
    public static InputView Of(InputMark mark, InputState state) => new(mark.Role, mark.Layer, mark.Count, mark.Version, mark.Sequence, state.ToString());
}

/// <summary>Every layer that was worked out.</summary>
internal sealed record AnalysisPage(IReadOnlyList<AnalysisView> Items);

/// <summary>How much an order would take.</summary>
/// <param name="Input">How many features of the first layer.</param>
/// <param name="Other">How many of the second; null when there is none.</param>
/// <param name="Most">How many of each fit.</param>
/// <param name="Fits">True when both do.</param>
internal sealed record AnalysisPreview(long Input, long? Other, long Most, bool Fits);
