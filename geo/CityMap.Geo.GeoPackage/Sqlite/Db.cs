using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CityMap.Geo.GeoPackage.Sqlite;

/// <summary>One SQLite connection with its prepared statements; used by one thread at a time.</summary>
internal sealed class Db : IDisposable
{
    private const int MostStatements = 128;

    // SQLITE_DBSTATUS_CACHE_WRITE.
    private const int PagesWritten = 9;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private Db(SqliteConnection connection) => _connection = connection;

    /// <summary>What <c>citymap_filter</c> asks on this connection; a connection runs one query at a time.</summary>
    public RowFilter? Filter { get; set; }

    public sqlite3 Handle => _connection.Handle!;

    /// <summary>Opens a file; a missing one is made only in mode <see cref="SqliteOpenMode.ReadWriteCreate"/>.</summary>
    public static Db Open(string path, SqliteOpenMode mode)
    {
        if (mode == SqliteOpenMode.ReadWriteCreate) Make(path);
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();
        var connection = new SqliteConnection(text);
        try
        {
            connection.Open();
            var db = new Db(connection);
            db.Execute("PRAGMA busy_timeout=5000");
            return db;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The statement for this text, prepared once and kept. Bind, step, reset; never dispose it.</summary>
    public Statement Prepare(string sql)
    {
        if (_statements.TryGetValue(sql, out var statement)) return statement.Reset();
        if (_statements.Count >= MostStatements) Forget();
        return _statements[sql] = new Statement(this, sql);
    }

    public void Execute(string sql) => Check(raw.sqlite3_exec(Handle, sql));

    /// <summary>Runs a statement that changes rows and returns how many it changed (without those changed by triggers).</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        Prepare(sql).BindAll(values).Finish();
        return raw.sqlite3_changes(Handle);
    }

    /// <summary>The first column of the first row, or null when there is no row or no value.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values)
    {
        using var rows = Prepare(sql).BindAll(values).Rows();
        return rows.Step() && !rows.IsNull(0) ? rows.Long(0) : null;
    }

    /// <summary>The first column of the first row as text, or null.</summary>
    public string? Text(string sql, params ReadOnlySpan<object?> values)
    {
        using var rows = Prepare(sql).BindAll(values).Rows();
        return rows.Step() && !rows.IsNull(0) ? rows.Text(0) : null;
    }

    /// <summary>How many pages this connection has written since it was last asked.</summary>
    public int TakePagesWritten()
    {
        Check(raw.sqlite3_db_status(Handle, PagesWritten, out var pages, out _, 1));
        return pages;
    }

    /// <summary>Makes the statement that is running on another thread fail with SQLITE_INTERRUPT.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(Handle);

    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)) SqliteException.ThrowExceptionForRC(code, Handle);
    }

    public void Dispose()
    {
        Forget();
        _connection.Dispose();
    }

    // SQLite would let every account of the machine read a new file, and gives its log the mode of the file.
    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows() || File.Exists(path)) return;
        try
        {
            using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // SQLite meets the same, and says it as a store does.
        }
    }

    private void Forget()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _statements.Clear();
    }
}
