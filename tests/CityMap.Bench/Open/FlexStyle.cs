using System.Globalization;
using System.Text;
using CityMap.Geo.Formats.Pbf;

namespace CityMap.Bench.Open;

/// <summary>The rules of CityMap's OpenStreetMap layers as a style of osm2pgsql's flex output, so that both make the same objects.</summary>
internal static class FlexStyle
{
    /// <summary>The schema of its tables.</summary>
    public const string Schema = "bench_osm";

    private const string Rest = """

        local function meets(tags, test)
            local value = tags[test.key]
            if not value then return false end
            if #test.values == 0 then return value ~= 'no' end
            for _, wanted in ipairs(test.values) do if wanted == value then return true end end
            return false
        end

        local function takes(layer, tags)
            for _, test in ipairs(layer.none) do if meets(tags, test) then return false end end
            for _, test in ipairs(layer.any) do if meets(tags, test) then return true end end
            return false
        end

        local function insert(layer, object, place)
            local row = { geom = place }
            for _, field in ipairs(layer.fields) do row[field] = object.tags[field] end
            layer.rows:insert(row)
        end

        for _, layer in ipairs(layers) do
            local columns = { { column = 'geom', type = layer.shape == 'polygon' and 'geometry' or layer.shape == 'line' and 'linestring' or 'point', projection = 4326, not_null = true } }
            for _, field in ipairs(layer.fields) do table.insert(columns, { column = field, type = 'text' }) end
            layer.rows = osm2pgsql.define_table({
                name = layer.id, schema = schema, columns = columns, cluster = 'no',
                ids = { type = 'any', id_column = 'osm_id', type_column = 'osm_type', create_index = 'always' } })
        end

        function osm2pgsql.process_node(object)
            for _, layer in ipairs(layers) do
                if layer.shape == 'point' and takes(layer, object.tags) then insert(layer, object, object:as_point()) end
            end
        end

        function osm2pgsql.process_way(object)
            for _, layer in ipairs(layers) do
                if layer.shape == 'line' then
                    if takes(layer, object.tags) then insert(layer, object, object:as_linestring()) end
                elseif object.is_closed and (layer.shape == 'polygon' or layer.areas) and takes(layer, object.tags) then
                    local area = object:as_polygon()
                    insert(layer, object, layer.areas and area:centroid() or area)
                end
            end
        end

        function osm2pgsql.process_relation(object)
            local kind = object.tags.type
            if kind ~= 'multipolygon' and kind ~= 'boundary' then return end
            for _, layer in ipairs(layers) do
                if (layer.shape == 'polygon' or layer.areas) and takes(layer, object.tags) then
                    local area = object:as_multipolygon()
                    insert(layer, object, layer.areas and area:centroid() or area)
                end
            end
        end
        """;

    /// <summary>The style in Lua.</summary>
    public static string Of(OsmRules rules)
    {
        var lua = new StringBuilder($"local schema = '{Schema}'\nlocal layers = {{\n");
        foreach (var layer in rules.Layers)
        {
            lua.Append(CultureInfo.InvariantCulture, $"    {{ id = '{layer.Id}', shape = '{layer.Shape.ToString().ToLowerInvariant()}', areas = {(layer.Areas ? "true" : "false")}, ")
                .Append(CultureInfo.InvariantCulture, $"any = {Tests(layer.Any)}, none = {Tests(layer.None)}, fields = {Words(layer.Fields)} }},\n");
        }

        return lua.Append("}\n").Append(Rest).Append('\n').ToString();
    }

    private static string Tests(IEnumerable<OsmTest> tests) => "{ " + string.Join(", ", tests.Select(test => $"{{ key = '{test.Key}', values = {Words(test.Values)} }}")) + " }";

    private static string Words(IEnumerable<string> words) => "{ " + string.Join(", ", words.Select(word => $"'{word}'")) + " }";
}
