// What holds for the whole record is noted in one node.
CREATE CONSTRAINT record_facts IF NOT EXISTS FOR (n:RecordFacts) REQUIRE n.name IS UNIQUE;
