// Notes the edge types with an assertion that is not primary. Statements need not ask edges of the other types for it.
MATCH ()-[edge]->()
WHERE NOT coalesce(edge.primary, false)
WITH collect(DISTINCT type(edge)) AS disputed
MERGE (facts:RecordFacts {name: 'record'})
SET facts.disputed = disputed;
