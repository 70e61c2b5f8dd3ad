// treaty_0
MATCH (x0:Treaty {id: $id0})
WHERE x0.recordedAt <= $asKnownAt0
RETURN x0.id AS id, {
  parties: {
    items: COLLECT {
      MATCH (x0)<-[r0:PARTY_TO]-(n0)
      WHERE r0.recordedAt <= $asKnownAt0 AND (r0.retractedAt IS NULL OR r0.retractedAt > $asKnownAt0) AND coalesce(r0.rank, 'NORMAL') <> 'DEPRECATED' AND EXISTS {
        MATCH (n0)-[other0:PARTY_TO]->(x0)
        WHERE other0.factKey = r0.factKey AND other0.recordedAt <= $asKnownAt0 AND (other0.retractedAt IS NULL OR other0.retractedAt > $asKnownAt0) AND coalesce(other0.rank, 'NORMAL') <> 'DEPRECATED'
        MATCH (source0:Source {id: other0.sourceId})
        WITH other0, source0
        ORDER BY CASE other0.rank WHEN 'PREFERRED' THEN 0 ELSE 1 END, CASE
          WHEN other0.validFromMin = date('0001-01-01') AND other0.validToMax = date('9999-12-31') AND other0.validFromMax >= other0.validToMin AND other0.validToMin > date('0001-01-01') AND other0.validToMin < date('9999-12-31') THEN 1
          ELSE 0
        END, coalesce(source0.priority, 0) DESC, other0.recordedAt, other0.sourceId
        LIMIT 1
        WITH other0
        WHERE other0.sourceId = r0.sourceId
        RETURN other0
      }
      WITH r0, n0
      ORDER BY n0.id, r0.id
      LIMIT $limit0
      RETURN {c: [n0.id, r0.id], node: {__typename: head([label IN labels(n0) WHERE label <> 'Entity']), id: n0.id}}
    }
  }
} AS value
