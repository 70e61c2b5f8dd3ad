// Parameters: $id, the id of a node; $references, names of properties with ids of nodes. Returns a row for each assertion
// that starts or ends at the node, or names it in such a property, if it is live or an editor retracted it: `properties`,
// `from`, `to`. EDGE_TYPE stands for a relationship type of the model.
CALL () {
  MATCH (:Entity {id: $id})-[edge:EDGE_TYPE]-()
  RETURN edge
  UNION
  UNWIND $references AS name
  MATCH ()-[edge:EDGE_TYPE]->() WHERE edge[name] = $id
  RETURN edge
}
WITH DISTINCT edge
WHERE edge.retractedAt IS NULL OR edge.retractedByHand
RETURN properties(edge) AS properties, startNode(edge).id AS from, endNode(edge).id AS to
ORDER BY edge.id
