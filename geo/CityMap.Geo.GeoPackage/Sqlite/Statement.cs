using System.Text;
using CityMap.Geo.Storage;
using SQLitePCL;

namespace CityMap.Geo.GeoPackage.Sqlite;

/// <summary>A prepared statement. Parameters are bound in order of appearance.</summary>
internal sealed class Statement : IDisposable
{
    private readonly Db _db;
    private readonly sqlite3_stmt _handle;
    private int _bound;

    public Statement(Db db, string sql)
    {
        _db = db;
        db.Check(raw.sqlite3_prepare_v2(db.Handle, sql, out _handle));
    }

    public Statement Reset()
    {
        _ = raw.sqlite3_reset(_handle);
        _bound = 0;
        return this;
    }

    public Statement Bind(long value)
    {
        _db.Check(raw.sqlite3_bind_int64(_handle, ++_bound, value));
        return this;
    }

    public Statement Bind(double value)
    {
        _db.Check(raw.sqlite3_bind_double(_handle, ++_bound, value));
        return this;
    }

    public Statement Bind(string? value)
    {
        if (value is null) return BindNull();
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most <= 512)
        {
            Span<byte> utf8 = stackalloc byte[512];
            _db.Check(raw.sqlite3_bind_text(_handle, ++_bound, utf8[..Encoding.UTF8.GetBytes(value, utf8)]));
        }
        else
        {
            _db.Check(raw.sqlite3_bind_text(_handle, ++_bound, (ReadOnlySpan<byte>)Encoding.UTF8.GetBytes(value)));
        }

        return this;
    }

    public Statement Bind(byte[]? value)
    {
        if (value is null) return BindNull();
        _db.Check(raw.sqlite3_bind_blob(_handle, ++_bound, value));
        return this;
    }

    public Statement Bind(DateTimeOffset value) => Bind(Moments.Write(value));

    public Statement BindNull()
    {
        _db.Check(raw.sqlite3_bind_null(_handle, ++_bound));
        return this;
    }

    /// <summary>Binds a value of any type a field or a key may have.</summary>
    public Statement BindAny(object? value) => value switch
    {
        null => BindNull(),
        string text => Bind(text),
        long number => Bind(number),
        int number => Bind((long)number),
        double number => Bind(number),
        bool truth => Bind(truth ? 1L : 0L),
        DateTimeOffset moment => Bind(moment),
        byte[] bytes => Bind(bytes),
        _ => throw new ArgumentException($"{value.GetType().Name} is not stored.", nameof(value)),
    };

    public Statement BindAll(params ReadOnlySpan<object?> values)
    {
        foreach (var value in values) BindAny(value);
        return this;
    }

    public Statement BindAll(IEnumerable<object?> values)
    {
        foreach (var value in values) BindAny(value);
        return this;
    }

    /// <summary>Runs it to its end, ready for the next use.</summary>
    public void Finish()
    {
        var code = raw.sqlite3_step(_handle);
        while (code == raw.SQLITE_ROW) code = raw.sqlite3_step(_handle);
        var reset = raw.sqlite3_reset(_handle);
        _bound = 0;
        _db.Check(code == raw.SQLITE_DONE ? reset : code);
    }

    /// <summary>Reads its rows; the reader resets the statement when disposed.</summary>
    public RowReader Rows() => new(_db, _handle, this);

    public void Dispose() => _handle.Dispose();
}
