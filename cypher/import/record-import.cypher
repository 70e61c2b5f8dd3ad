// In: $properties of an import that has been done. Keeps them for `pactgraph datasets`.
CREATE (run:ImportRun)
SET run = $properties
