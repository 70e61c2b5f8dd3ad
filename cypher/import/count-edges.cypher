// No parameters. Returns `count`, the number of edges of one type.
// EDGE_TYPE stands for a relationship type of the model.
MATCH ()-[edge:EDGE_TYPE]->()
RETURN count(edge) AS count
