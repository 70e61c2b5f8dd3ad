// Parameters: $ids, the nodes from which edges of the type EDGE_TYPE were written. Returns `id` for each of them from which
// such edges lead back to it, and `by`: the nodes on the way.
UNWIND $ids AS id
MATCH (start:Entity {id: id})
MATCH way = SHORTEST 1 (start)-[edges:EDGE_TYPE]->{2,8}(start)
WHERE all(edge IN edges WHERE edge.primary)
RETURN id, [node IN nodes(way)[1..-1] | node.id] AS by
ORDER BY id
