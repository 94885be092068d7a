using CityMap.Stores.Tests.Contract;
using Xunit;

namespace CityMap.Stores.Tests.GeoPackage;

// The contract, kept by the GeoPackage store: one class per suite.

public sealed class GeoPackageJournalTests(GeoPackageFixture fixture) : JournalContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackagePoisonTests(GeoPackageFixture fixture) : PoisonContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageIdempotencyTests(GeoPackageFixture fixture) : IdempotencyContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageAsOfTests(GeoPackageFixture fixture) : AsOfContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageChangesTests(GeoPackageFixture fixture) : ChangesContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackagePagingTests(GeoPackageFixture fixture) : PagingContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageBoxTests(GeoPackageFixture fixture) : BoxContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageCql2Tests(GeoPackageFixture fixture) : Cql2.Cql2Contract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageFilterTests(GeoPackageFixture fixture) : FilterContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageTextTests(GeoPackageFixture fixture) : TextContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageCountTests(GeoPackageFixture fixture) : CountContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageLayersTests(GeoPackageFixture fixture) : LayersContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageImportTests(GeoPackageFixture fixture) : ImportContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageEditTests(GeoPackageFixture fixture) : EditContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageEditPastTests(GeoPackageFixture fixture) : EditPastContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageTelemetryTests(GeoPackageFixture fixture) : TelemetryContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageBackupTests(GeoPackageFixture fixture) : BackupContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageConcurrencyTests(GeoPackageFixture fixture) : ConcurrencyContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageImportLatencyTests(GeoPackageFixture fixture) : ImportLatencyContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageHandoverTests(GeoPackageFixture fixture) : HandoverContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageHistoryModelTests(GeoPackageFixture fixture) : HistoryModelContract(fixture), IClassFixture<GeoPackageFixture>;

public sealed class GeoPackageThroughputTests(GeoPackageFixture fixture) : ThroughputContract(fixture), IClassFixture<GeoPackageFixture>;
