// node_0
MATCH (x:Entity {id: $id0})
RETURN CASE
  WHEN x:Document OR x:Meeting OR x:Name OR x:Organization OR x:Person OR x:Source OR x:Statement OR x:Topic THEN {__typename: head([label IN labels(x) WHERE label <> 'Entity']), id: x.id}
  WHEN x:State THEN {__typename: 'State', id: x.id, iso3: x.iso3}
  WHEN x:Treaty THEN {__typename: 'Treaty', id: x.id, kind: x.kind, inForce: x.inForce}
END AS value
