// Parameters: $rows, a list of {from, to, properties}. Returns `created`, the number of created edges. If one of them is
// not primary, adds the type to the disputed ones. EDGE_TYPE stands for a relationship type of the model.
UNWIND $rows AS row
MATCH (start:Entity {id: row.from})
MATCH (end:Entity {id: row.to})
CREATE (start)-[edge:EDGE_TYPE]->(end)
SET edge = row.properties
WITH count(edge) AS created, sum(CASE WHEN edge.primary THEN 0 ELSE 1 END) AS others
CALL (others) {
  MATCH (facts:RecordFacts {name: 'record'})
  WHERE others > 0 AND NOT 'EDGE_TYPE' IN facts.disputed
  SET facts.disputed = facts.disputed + 'EDGE_TYPE'
}
RETURN created
