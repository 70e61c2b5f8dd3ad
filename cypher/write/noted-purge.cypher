// Parameters: $source. Returns `ids`, the nodes that an interrupted purge of the source was to delete.
MATCH (source:Source {id: $source})
RETURN source.purging AS ids
