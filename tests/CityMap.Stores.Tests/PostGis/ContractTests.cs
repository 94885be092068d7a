using CityMap.Stores.Tests.Contract;

namespace CityMap.Stores.Tests.PostGis;

// The contract suite, each class on databases of the one private cluster.
public sealed class PostGisAsOfTests(PostGisServer server) : AsOfContract(server);

public sealed class PostGisBackupTests(PostGisServer server) : BackupContract(server);

public sealed class PostGisBoxTests(PostGisServer server) : BoxContract(server);

public sealed class PostGisChangesTests(PostGisServer server) : ChangesContract(server);

public sealed class PostGisConcurrencyTests(PostGisServer server) : ConcurrencyContract(server);

public sealed class PostGisCountTests(PostGisServer server) : CountContract(server);

public sealed class PostGisCql2Tests(PostGisServer server) : Cql2.Cql2Contract(server);

public sealed class PostGisEditTests(PostGisServer server) : EditContract(server);

public sealed class PostGisEditPastTests(PostGisServer server) : EditPastContract(server);

public sealed class PostGisFilterTests(PostGisServer server) : FilterContract(server);

public sealed class PostGisHandoverTests(PostGisServer server) : HandoverContract(server);

public sealed class PostGisHistoryModelTests(PostGisServer server) : HistoryModelContract(server);

public sealed class PostGisIdempotencyTests(PostGisServer server) : IdempotencyContract(server);

public sealed class PostGisImportTests(PostGisServer server) : ImportContract(server);

public sealed class PostGisImportLatencyTests(PostGisServer server) : ImportLatencyContract(server);

public sealed class PostGisJournalTests(PostGisServer server) : JournalContract(server);

public sealed class PostGisLayersTests(PostGisServer server) : LayersContract(server);

public sealed class PostGisPagingTests(PostGisServer server) : PagingContract(server);

public sealed class PostGisPoisonTests(PostGisServer server) : PoisonContract(server);

public sealed class PostGisTelemetryTests(PostGisServer server) : TelemetryContract(server);

public sealed class PostGisTextTests(PostGisServer server) : TextContract(server);
