// Territories, to whom they belonged, and ties between two states. The index of display names is made anew with territories.
CREATE CONSTRAINT territory_id IF NOT EXISTS FOR (n:Territory) REQUIRE n.id IS UNIQUE;
CREATE INDEX territory_exists_from_min IF NOT EXISTS FOR (n:Territory) ON (n.existsFromMin);
CREATE INDEX territory_exists_from_max IF NOT EXISTS FOR (n:Territory) ON (n.existsFromMax);
CREATE INDEX territory_exists_to_min IF NOT EXISTS FOR (n:Territory) ON (n.existsToMin);
CREATE INDEX territory_exists_to_max IF NOT EXISTS FOR (n:Territory) ON (n.existsToMax);
CREATE CONSTRAINT belongs_to_id IF NOT EXISTS FOR ()-[r:BELONGS_TO]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX belongs_to_fact_key IF NOT EXISTS FOR ()-[r:BELONGS_TO]-() ON (r.factKey);
CREATE INDEX belongs_to_source_id IF NOT EXISTS FOR ()-[r:BELONGS_TO]-() ON (r.sourceId);
CREATE INDEX belongs_to_valid_from_min IF NOT EXISTS FOR ()-[r:BELONGS_TO]-() ON (r.validFromMin);
CREATE INDEX belongs_to_valid_to_max IF NOT EXISTS FOR ()-[r:BELONGS_TO]-() ON (r.validToMax);
CREATE CONSTRAINT tied_to_id IF NOT EXISTS FOR ()-[r:TIED_TO]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX tied_to_fact_key IF NOT EXISTS FOR ()-[r:TIED_TO]-() ON (r.factKey);
CREATE INDEX tied_to_source_id IF NOT EXISTS FOR ()-[r:TIED_TO]-() ON (r.sourceId);
CREATE INDEX tied_to_valid_from_min IF NOT EXISTS FOR ()-[r:TIED_TO]-() ON (r.validFromMin);
CREATE INDEX tied_to_valid_to_max IF NOT EXISTS FOR ()-[r:TIED_TO]-() ON (r.validToMax);
DROP INDEX display_name IF EXISTS;
CREATE FULLTEXT INDEX display_name IF NOT EXISTS FOR (n:Document|Meeting|Organization|Person|Source|State|Statement|Territory|Topic|Treaty) ON EACH [n.name] OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}};
