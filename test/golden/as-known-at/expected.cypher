// treaty_0
MATCH (x:Treaty {id: $id0})
WHERE x.recordedAt <= $asKnownAt0
RETURN {
  parties: {
    items: COLLECT {
      MATCH (x)<-[r1:PARTY_TO]-(n1)
      WHERE r1.recordedAt <= $asKnownAt0 AND (r1.retractedAt IS NULL OR r1.retractedAt > $asKnownAt0) AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED' AND r1.sourceId = head(COLLECT {
        MATCH (n1)-[r1o:PARTY_TO]->(x)
        WHERE r1o.factKey = r1.factKey AND r1o.recordedAt <= $asKnownAt0 AND (r1o.retractedAt IS NULL OR r1o.retractedAt > $asKnownAt0) AND coalesce(r1o.rank, 'NORMAL') <> 'DEPRECATED'
        MATCH (r1p:Source {id: r1o.sourceId})
        WITH r1o, r1p
        ORDER BY CASE r1o.rank WHEN 'PREFERRED' THEN 0 ELSE 1 END, CASE
          WHEN r1o.validFromMin = date('0001-01-01') AND r1o.validToMax = date('9999-12-31') AND r1o.validFromMax >= r1o.validToMin AND r1o.validToMin > date('0001-01-01') AND r1o.validToMin < date('9999-12-31') THEN 1
          ELSE 0
        END, coalesce(r1p.priority, 0) DESC, r1o.recordedAt, r1o.sourceId
        LIMIT 1
        RETURN r1o.sourceId
      })
      WITH r1, n1
      ORDER BY n1.id, r1.id
      LIMIT $limit1
      RETURN {c: [n1.id, r1.id], node: {__typename: head([label IN labels(n1) WHERE label <> 'Entity']), id: n1.id}}
    }
  }
} AS value
