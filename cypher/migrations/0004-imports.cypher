// At most one import is under way.
CREATE CONSTRAINT import_staging IF NOT EXISTS FOR (n:ImportStaging) REQUIRE n.name IS UNIQUE;
