// organization_0
MATCH (x:Organization {id: $id0})
WHERE x.recordedAt <= $asKnownAt0
RETURN {
  members: {
    total: COUNT {
      MATCH (x)<-[r1:MEMBER_OF]-(n1)
      WHERE r1.recordedAt <= $asKnownAt0 AND (r1.retractedAt IS NULL OR r1.retractedAt > $asKnownAt0) AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED' AND r1.sourceId IN $sources0 AND r1.sourceId = head(COLLECT {
        MATCH (n1)-[r1o:MEMBER_OF]->(x)
        WHERE r1o.factKey = r1.factKey AND r1o.recordedAt <= $asKnownAt0 AND (r1o.retractedAt IS NULL OR r1o.retractedAt > $asKnownAt0) AND coalesce(r1o.rank, 'NORMAL') <> 'DEPRECATED' AND r1o.sourceId IN $sources0
        MATCH (r1p:Source {id: r1o.sourceId})
        WITH r1o, r1p
        ORDER BY CASE r1o.rank WHEN 'PREFERRED' THEN 0 ELSE 1 END, CASE
          WHEN r1o.validFromMin = date('0001-01-01') AND r1o.validToMax = date('9999-12-31') AND r1o.validFromMax >= r1o.validToMin AND r1o.validToMin > date('0001-01-01') AND r1o.validToMin < date('9999-12-31') THEN 1
          ELSE 0
        END, coalesce(r1p.priority, 0) DESC, r1o.recordedAt, r1o.sourceId
        LIMIT 1
        RETURN r1o.sourceId
      }) AND r1.validFromMax <= $asOf0 AND r1.validToMin >= $asOf0 AND r1.validFromMax <= $duringMax0 AND r1.validToMin >= $duringMin0 AND r1.validFromMax <= r1.validToMin AND coalesce(n1.existsToMin, n1.dissolvedMin, n1.diedMin, date('9999-12-31')) >= $asOf0 AND coalesce(n1.existsToMin, n1.dissolvedMin, n1.diedMin, date('9999-12-31')) >= $duringMin0 AND coalesce(n1.existsToMin, n1.dissolvedMin, n1.diedMin, date('9999-12-31')) >= r1.validFromMax AND coalesce(x.dissolvedMin, date('9999-12-31')) >= $asOf0 AND coalesce(x.dissolvedMin, date('9999-12-31')) >= $duringMin0 AND coalesce(x.dissolvedMin, date('9999-12-31')) >= r1.validFromMax
    }
  }
} AS value
