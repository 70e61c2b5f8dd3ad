// organization_0
MATCH (x:Organization {id: $id0})
RETURN {
  adopted_1: {
    items: COLLECT {
      MATCH (x)((x1)<-[p1:PART_OF]-(y1) WHERE p1.primary){0,12}(v1)
      WITH DISTINCT v1
      MATCH (v1)-[r1:ADOPTED]->(n1)
      WHERE r1.primary
      WITH v1, r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {c: [n1.id, r1.id], mode: r1.mode, node: {__typename: head([label IN labels(n1) WHERE label <> 'Entity']), id: n1.id}, via: {__typename: head([label IN labels(v1) WHERE label <> 'Entity']), id: v1.id}}
    },
    total: COUNT {
      MATCH (x)((x1)<-[p1:PART_OF]-(y1) WHERE p1.primary){0,12}(v1)
      WITH DISTINCT v1
      MATCH (v1)-[r1:ADOPTED]->(n1)
      WHERE r1.primary
    }
  }
} AS value
