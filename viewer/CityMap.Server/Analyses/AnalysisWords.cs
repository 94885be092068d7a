using CityMap.Geo.Analyses;
using CityMap.Geo.Layers;

namespace CityMap.Server.Analyses;

/// <summary>What a result is called until somebody calls it otherwise.</summary>
internal static class AnalysisWords
{
    /// <summary>The title.</summary>
    public static LocalText Title(AnalysisOrder order, LayerInfo input, LayerInfo? other)
    {
        var (vi, en) = (input.Title.Vi, input.Title.En);
        var (otherVi, otherEn) = (other?.Title.Vi ?? "", other?.Title.En ?? "");
        var far = FormattableString.Invariant($"{order.Distance:0.#} m");
        return order.Kind switch
        {
            AnalysisKind.Buffer => new($"{vi}: vùng đệm {far}", $"{en}: within {far}"),
            AnalysisKind.Select => new($"{vi}: được chọn", $"{en}: selected"),
            AnalysisKind.Summary => new($"{vi} theo {otherVi}", $"{en} per {otherEn}"),
            AnalysisKind.Intersect => new($"{vi} giao {otherVi}", $"{en} and {otherEn}"),
            AnalysisKind.Nearest => new($"{vi}: {otherVi} gần nhất", $"{en}: nearest {otherEn}"),
            AnalysisKind.Coverage => new($"{vi} cách {otherVi} {far}", $"{en} within {far} of {otherEn}"),
            _ => new($"{vi} cách {otherVi} {far}, thêm {order.Drafts.Count} dự kiến", $"{en} within {far} of {otherEn}, with {order.Drafts.Count} {(order.Drafts.Count == 1 ? "draft" : "drafts")}"),
        };
    }
}
