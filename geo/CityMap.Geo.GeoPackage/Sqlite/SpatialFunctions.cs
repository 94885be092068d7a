using CityMap.Geo.GeoPackage.Values;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using SQLitePCL;

namespace CityMap.Geo.GeoPackage.Sqlite;

/// <summary>The functions that SQL text of this store uses: those the GeoPackage R-tree triggers call, and our own predicates.</summary>
internal static class SpatialFunctions
{
    private const int Flags = raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC;

    /// <summary>Functions of the R-tree triggers (OGC 12-128r18, annex F.3); a writer needs them before its first insert.</summary>
    public static void RegisterForTriggers(Db db)
    {
        Register(db, "ST_IsEmpty", 1, (context, args) => raw.sqlite3_result_int(context, GeometryBlob.IsEmpty(Blob(args[0])) ? 1 : 0));
        RegisterEdge(db, "ST_MinX", box => box.MinX);
        RegisterEdge(db, "ST_MaxX", box => box.MaxX);
        RegisterEdge(db, "ST_MinY", box => box.MinY);
        RegisterEdge(db, "ST_MaxY", box => box.MaxY);
    }

    /// <summary>
    /// Predicates of queries: <c>citymap_contains(text, folded words)</c>, <c>citymap_in_box(geom, w, s, e, n)</c> and
    /// <c>citymap_in_area(geom, area)</c>, whose second argument is the area as a GeoPackage blob.
    /// </summary>
    public static void RegisterForQueries(Db db)
    {
        Register(db, "citymap_contains", 2, (context, args) =>
        {
            if (raw.sqlite3_value_type(args[0]) == raw.SQLITE_NULL) raw.sqlite3_result_null(context);
            else raw.sqlite3_result_int(context, Text(args[0]).Contains(Text(args[1]), StringComparison.Ordinal) ? 1 : 0);
        });
        Register(db, "citymap_fold", 1, (context, args) =>
        {
            if (raw.sqlite3_value_type(args[0]) == raw.SQLITE_NULL) raw.sqlite3_result_null(context);
            else raw.sqlite3_result_text(context, TextFold.Fold(Text(args[0])));
        });
        Register(db, "citymap_in_box", 5, (context, args) => raw.sqlite3_result_int(context, InBox(args) ? 1 : 0));
        var areas = new LastArea();
        Register(db, RowFilter.Function, -1, (context, args) =>
        {
            if (db.Filter!.Matches(args)) raw.sqlite3_result_int(context, 1);
            else raw.sqlite3_result_int(context, 0);
        });
        Register(db, "citymap_in_area", 2, (context, args) =>
            raw.sqlite3_result_int(context, areas.Get(Blob(args[1])).Intersects(GeometryBlob.Read(Blob(args[0]), demote: false)) ? 1 : 0));
    }

    private static bool InBox(sqlite3_value[] args)
    {
        var blob = Blob(args[0]);
        var box = new Envelope(Number(args[1]), Number(args[3]), Number(args[2]), Number(args[4]));
        var own = GeometryBlob.Box(blob);
        if (!box.Intersects(own)) return false;
        return box.Covers(own) || NetTopologySuite.Operation.Predicate.RectangleIntersects.Intersects(Rectangle(box), GeometryBlob.Read(blob, demote: false));
    }

    private static Polygon Rectangle(Envelope box) => (Polygon)GeometryFactory.Default.ToGeometry(
        box.Width > 0 && box.Height > 0 ? box : new Envelope(box.MinX - 1e-12, box.MaxX + 1e-12, box.MinY - 1e-12, box.MaxY + 1e-12));

    private static void RegisterEdge(Db db, string name, Func<Envelope, double> edge) =>
        Register(db, name, 1, (context, args) => raw.sqlite3_result_double(context, edge(GeometryBlob.Box(Blob(args[0])))));

    private static void Register(Db db, string name, int count, Action<sqlite3_context, sqlite3_value[]> function) =>
        db.Check(raw.sqlite3_create_function(db.Handle, name, count, Flags, null, (context, _, args) =>
        {
            // An exception must not cross into SQLite.
            try
            {
                function(context, args);
            }
            catch (Exception e)
            {
                raw.sqlite3_result_error(context, $"{name}: {e.Message}");
            }
        }));

    private static ReadOnlySpan<byte> Blob(sqlite3_value value) => raw.sqlite3_value_blob(value);

    private static string Text(sqlite3_value value) => raw.sqlite3_value_text(value).utf8_to_string();

    private static double Number(sqlite3_value value) => raw.sqlite3_value_double(value);

    /// <summary>The area of the running query, prepared once instead of once per row.</summary>
    private sealed class LastArea
    {
        private byte[] _blob = [];
        private IPreparedGeometry? _area;

        public IPreparedGeometry Get(ReadOnlySpan<byte> blob)
        {
            if (_area is not null && blob.SequenceEqual(_blob)) return _area;
            _blob = blob.ToArray();
            return _area = PreparedGeometryFactory.Prepare(GeometryBlob.Read(blob, demote: false));
        }
    }
}
