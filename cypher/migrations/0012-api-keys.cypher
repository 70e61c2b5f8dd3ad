// Keys for the API, and the answers of writes that may be sent again.
CREATE CONSTRAINT api_key_name IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT api_key_hash IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.hash IS UNIQUE;
CREATE CONSTRAINT repeatable_write_key IF NOT EXISTS FOR (n:RepeatableWrite) REQUIRE n.key IS UNIQUE;
