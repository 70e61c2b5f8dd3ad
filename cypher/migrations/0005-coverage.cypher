// Coverage: which relations of a node a source lists completely.
CREATE CONSTRAINT covers_id IF NOT EXISTS FOR ()-[r:COVERS]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX covers_fact_key IF NOT EXISTS FOR ()-[r:COVERS]-() ON (r.factKey);
CREATE INDEX covers_source_id IF NOT EXISTS FOR ()-[r:COVERS]-() ON (r.sourceId);
CREATE INDEX covers_valid_from_min IF NOT EXISTS FOR ()-[r:COVERS]-() ON (r.validFromMin);
CREATE INDEX covers_valid_to_max IF NOT EXISTS FOR ()-[r:COVERS]-() ON (r.validToMax);
