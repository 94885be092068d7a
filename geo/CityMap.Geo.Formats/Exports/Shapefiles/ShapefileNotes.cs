using System.Globalization;
using System.Text;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Formats.Exports.Shapefiles;

/// <summary>What a Shapefile could not keep, for people, in Vietnamese and English.</summary>
internal static class ShapefileNotes
{
    /// <summary>The text; empty when everything was kept as it is.</summary>
    public static string Of(LayerInfo layer, DbfColumns columns, IReadOnlyList<ShapefilePart> parts, long torn)
    {
        var text = new StringBuilder();
        void Tell(string vi, string en) => text.Append(vi).Append("\r\n").Append(en).Append("\r\n\r\n");

        for (var i = 0; i < layer.Fields.Count; i++)
        {
            var (field, name) = (layer.Fields[i], columns.Names[i]);
            if (field.Name != name) Tell($"Cột {name}: trường {field.Name} ({field.Title.Vi}).", $"Column {name}: the field {field.Name} ({field.Title.En}).");
        }

        for (var i = 0; i < layer.Fields.Count; i++)
        {
            if (columns.HasExponent(i)) Tell($"Cột {columns.Names[i]}: có số rất nhỏ hoặc rất lớn nên mỗi số giữ 12 chữ số.", $"Column {columns.Names[i]}: holds very small or very large numbers, so that each keeps 12 digits.");
            if (columns.CutOf(i) is not (> 0 and var cut)) continue;
            var (name, count) = (columns.Names[i], cut.ToString(CultureInfo.InvariantCulture));
            if (layer.Fields[i].Type == FieldType.Text) Tell($"Cột {name}: {count} giá trị bị cắt còn {DbfColumns.WidestText} byte.", $"Column {name}: {count} values were cut to {DbfColumns.WidestText} bytes.");
            else if (layer.Fields[i].Type == FieldType.Real) Tell($"Cột {name}: {count} số được làm tròn cho vừa 19 ký tự.", $"Column {name}: {count} numbers were rounded to fit 19 characters.");
            else Tell($"Cột {name}: {count} số có quá nhiều chữ số nên bị bỏ trống.", $"Column {name}: {count} numbers have too many digits and were left out.");
        }

        if (columns.CutIds > 0) Tell($"Cột id: {columns.CutIds} mã dài bị cắt.", $"Column id: {columns.CutIds} long ids were cut.");
        foreach (var (field, name) in layer.Fields.Zip(columns.Names).Where(two => two.First.Type == FieldType.Timestamp))
        {
            Tell($"Cột {name}: thời điểm ghi bằng chữ theo ISO 8601, giờ UTC; ngày của Shapefile không có giờ.", $"Column {name}: times stand as text, ISO 8601 in UTC; a date in a Shapefile has no time of day.");
        }

        if (parts.Count > 1)
        {
            var kinds = string.Join(", ", parts.Select(part => $"{part.Kind}: {part.Count.ToString(CultureInfo.InvariantCulture)}"));
            Tell($"Lớp có nhiều loại hình nên được tách thành {parts.Count} tệp ({kinds}).", $"The layer holds several kinds of shapes and was split into {parts.Count} files ({kinds}).");
        }

        if (torn > 0) Tell($"{torn} đối tượng gồm nhiều loại hình; mỗi phần nằm trong tệp của loại đó, cùng mã.", $"{torn} features are of several kinds; each part stands in the file of its kind, under the same id.");
        return text.ToString();
    }
}
