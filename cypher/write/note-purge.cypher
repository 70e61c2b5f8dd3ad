// Parameters: $source, $ids. Notes at a source the nodes that its purge deletes last.
MATCH (source:Source {id: $source})
SET source.purging = $ids
