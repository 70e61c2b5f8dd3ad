// In: $edge, an id. Out: a row when there is such an assertion, retracted or not.
// EDGE_TYPE stands for a relationship type of the model.
MATCH ()-[edge:EDGE_TYPE {id: $edge}]->()
RETURN edge.id AS id
