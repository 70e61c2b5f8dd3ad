// organization_0
MATCH (x:Organization {id: $id0})
RETURN {
  considered_1: {
    items: COLLECT {
      MATCH (x)((x1)<-[p1:PART_OF]-(y1) WHERE p1.retractedAt IS NULL AND coalesce(p1.rank, 'NORMAL') <> 'DEPRECATED' AND p1.sourceId IN $sources0 AND NOT EXISTS {
        MATCH (y1)-[p1o:PART_OF]->(x1)
        WHERE p1o.factKey = p1.factKey AND p1o.standing < p1.standing AND p1o.retractedAt IS NULL AND coalesce(p1o.rank, 'NORMAL') <> 'DEPRECATED' AND p1o.sourceId IN $sources0
      } AND p1.validFromMin <= $asOf0 AND p1.validToMax >= $asOf0){0,12}(v1)
      WITH DISTINCT v1
      MATCH (v1)-[r1:CONSIDERED]->(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED' AND r1.sourceId IN $sources0 AND NOT EXISTS {
        MATCH (v1)-[r1o:CONSIDERED]->(n1)
        WHERE r1o.factKey = r1.factKey AND r1o.standing < r1.standing AND r1o.retractedAt IS NULL AND coalesce(r1o.rank, 'NORMAL') <> 'DEPRECATED' AND r1o.sourceId IN $sources0
      }
      WITH v1, r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {c: [n1.id, r1.id], node: {__typename: head([label IN labels(n1) WHERE label <> 'Entity']), id: n1.id}}
    }
  }
} AS value
