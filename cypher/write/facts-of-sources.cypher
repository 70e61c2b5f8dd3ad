// In: $sources, ids. Out: `factKey` of each fact that one of them asserts.
// EDGE_TYPE stands for a relationship type of the model.
UNWIND $sources AS source
MATCH ()-[edge:EDGE_TYPE {sourceId: source}]->()
RETURN DISTINCT edge.factKey AS factKey
