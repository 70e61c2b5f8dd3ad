// node_0
MATCH (x0:Entity {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, CASE
  WHEN x0:Document OR x0:Meeting OR x0:Name OR x0:Organization OR x0:Person OR x0:Source OR x0:Statement OR x0:Territory OR x0:Topic THEN {__typename: head([label IN labels(x0) WHERE label <> 'Entity']), id: x0.id}
  WHEN x0:State THEN {__typename: 'State', id: x0.id, iso3: x0.iso3}
  WHEN x0:Treaty THEN {__typename: 'Treaty', id: x0.id, kind: x0.kind, inForce: x0.inForce}
END AS value
