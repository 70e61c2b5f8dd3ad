// organization_0
MATCH (x0:Organization {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  considered_1: {
    items: COLLECT {
      MATCH (x0)((x1)<-[p0:PART_OF]-(y0) WHERE p0.sourceId IN $sources0 AND (p0.primary OR (p0.retractedAt IS NULL AND coalesce(p0.rank, 'NORMAL') <> 'DEPRECATED' AND NOT EXISTS {
        MATCH (y0)-[other1:PART_OF]->(x1)
        WHERE other1.factKey = p0.factKey AND other1.standing < p0.standing AND other1.retractedAt IS NULL AND coalesce(other1.rank, 'NORMAL') <> 'DEPRECATED' AND other1.sourceId IN $sources0
      })) AND p0.validFromMin <= $asOf0 AND p0.validToMax >= $asOf0 AND (p0.validFromMin > date('0001-01-01') OR coalesce(coalesce(y0.foundedMin, y0.dateMin, y0.adoptedMin, y0.signedMin) <= $asOf0, true) AND coalesce(coalesce(x1.foundedMin, x1.dateMin, x1.adoptedMin, x1.signedMin) <= $asOf0, true)) AND (p0.validToMax < date('9999-12-31') OR coalesce(coalesce(p0.observedUntil, p0.coveredUntil) >= $asOf0, false) OR coalesce(coalesce(y0.dissolvedMax, nullIf(y0.endedMax, date('9999-12-31')) - duration({days: 1})) >= $asOf0, true) AND coalesce(coalesce(x1.dissolvedMax, nullIf(x1.endedMax, date('9999-12-31')) - duration({days: 1})) >= $asOf0, true))){0,12}(part0)
      WITH DISTINCT part0
      MATCH (part0)-[r0:CONSIDERED]->(n0)
      WHERE r0.sourceId IN $sources0 AND (r0.primary OR (r0.retractedAt IS NULL AND coalesce(r0.rank, 'NORMAL') <> 'DEPRECATED' AND NOT EXISTS {
        MATCH (part0)-[other0:CONSIDERED]->(n0)
        WHERE other0.factKey = r0.factKey AND other0.standing < r0.standing AND other0.retractedAt IS NULL AND coalesce(other0.rank, 'NORMAL') <> 'DEPRECATED' AND other0.sourceId IN $sources0
      })) AND coalesce(part0.dateMin, coalesce(part0.dateMin, part0.foundedMin), $asOf0) <= $asOf0 AND coalesce(part0.dateMin, coalesce(n0.dateMin, n0.adoptedMin, n0.signedMin), $asOf0) <= $asOf0
      WITH part0, r0, n0
      ORDER BY n0.id
      WITH part0, r0, n0
      ORDER BY n0.id, r0.id
      LIMIT $limit0
      RETURN {node: {__typename: head([label IN labels(n0) WHERE label <> 'Entity']), id: n0.id}}
    },
    blank: NOT EXISTS {
      MATCH (x0)-[r1:CONSIDERED]->(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED' AND r1.sourceId IN $sources0
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.sourceId IN $sources0 AND c0.relation = 'considered'
    }
  }
} AS value
