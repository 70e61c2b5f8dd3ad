// Parameters: $properties of a completed import. Stores them for `pactgraph datasets`.
CREATE (run:ImportRun)
SET run = $properties
