-- What OGC 12-128r18 asks of a GeoPackage 1.3 file.
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');

CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));

CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));

CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));

-- CityMap's own. The journal is an attributes table, so that a planner can read it beside the layers; because one such table is
-- registered, GDAL keeps the tables that are not (histories, keys, telemetry) out of sight.
CREATE TABLE citymap_schema (version INTEGER NOT NULL, epoch TEXT NOT NULL, program TEXT NOT NULL, created_at TEXT NOT NULL);
CREATE TABLE citymap_guard (open INTEGER NOT NULL);
INSERT INTO citymap_guard VALUES (0);
CREATE TABLE journal_head (seq INTEGER NOT NULL);
INSERT INTO journal_head VALUES (0);
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY NOT NULL, stream TEXT NOT NULL, version INTEGER NOT NULL, kind TEXT NOT NULL,
  occurred_at DATETIME NOT NULL, recorded_at DATETIME NOT NULL, actor TEXT NOT NULL, data TEXT NOT NULL);
CREATE UNIQUE INDEX journal_stream ON journal (stream, version);
CREATE TABLE citymap_keys (
  caller TEXT NOT NULL, value TEXT NOT NULL, body_hash TEXT NOT NULL, stream TEXT NOT NULL, answer TEXT, seq INTEGER NOT NULL,
  PRIMARY KEY (caller, value)) WITHOUT ROWID;
CREATE TABLE citymap_layers (
  id TEXT PRIMARY KEY NOT NULL, definition TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, count INTEGER NOT NULL DEFAULT 0, updated_at TEXT)
  WITHOUT ROWID;
CREATE TABLE citymap_telemetry (
  source TEXT NOT NULL, quantity TEXT NOT NULL, at TEXT NOT NULL, value REAL NOT NULL, PRIMARY KEY (source, quantity, at)) WITHOUT ROWID;
CREATE INDEX citymap_telemetry_at ON citymap_telemetry (at);
