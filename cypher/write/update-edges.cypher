// Parameters: $rows, a list of {id, properties}. Returns `updated`, the number of updated edges. If one of them is not
// primary, adds the type to the disputed ones. EDGE_TYPE stands for a relationship type of the model.
UNWIND $rows AS row
MATCH ()-[edge:EDGE_TYPE {id: row.id}]->()
SET edge += row.properties
WITH count(edge) AS updated, sum(CASE WHEN edge.primary THEN 0 ELSE 1 END) AS others
CALL (others) {
  MATCH (facts:RecordFacts {name: 'record'})
  WHERE others > 0 AND NOT 'EDGE_TYPE' IN facts.disputed
  SET facts.disputed = facts.disputed + 'EDGE_TYPE'
}
RETURN updated
