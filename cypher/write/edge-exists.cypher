// Parameters: $edge, an id. Returns a row if an assertion with this id exists, even if it is retracted.
// EDGE_TYPE stands for a relationship type of the model.
MATCH ()-[edge:EDGE_TYPE {id: $edge}]->()
RETURN edge.id AS id
