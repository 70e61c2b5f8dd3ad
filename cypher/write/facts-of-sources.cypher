// Parameters: $sources, a list of ids. Returns the `factKey` of each fact that one of these sources asserts.
// EDGE_TYPE stands for a relationship type of the model.
UNWIND $sources AS source
MATCH ()-[edge:EDGE_TYPE {sourceId: source}]->()
WHERE edge.id >= ''
RETURN DISTINCT edge.factKey AS factKey
