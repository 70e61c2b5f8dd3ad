// No parameters. Returns `nodes` and `edges`, the numbers of those of the graph.
RETURN COUNT { (:Entity) } AS nodes, COUNT { ()-->() } AS edges
