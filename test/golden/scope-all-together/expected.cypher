// organization_0
MATCH (x0:Organization {id: $id0})
WHERE x0.recordedAt <= $asKnownAt0
RETURN x0.id AS id, {
  members: {
    total: COUNT {
      MATCH (x0)<-[r0:MEMBER_OF]-(n0)
      WHERE r0.recordedAt <= $asKnownAt0 AND (r0.retractedAt IS NULL OR r0.retractedAt > $asKnownAt0) AND coalesce(r0.rank, 'NORMAL') <> 'DEPRECATED' AND r0.sourceId IN $sources0 AND EXISTS {
        MATCH (n0)-[other0:MEMBER_OF]->(x0)
        WHERE other0.factKey = r0.factKey AND other0.recordedAt <= $asKnownAt0 AND (other0.retractedAt IS NULL OR other0.retractedAt > $asKnownAt0) AND coalesce(other0.rank, 'NORMAL') <> 'DEPRECATED' AND other0.sourceId IN $sources0
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
      } AND r0.validFromMax <= $asOf0 AND r0.validToMin >= $asOf0 AND r0.validFromMax <= $duringMax0 AND r0.validToMin >= $duringMin0 AND r0.validFromMax <= r0.validToMin AND coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin, date('9999-12-31')) >= $asOf0 AND coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin, date('9999-12-31')) >= $duringMin0 AND coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin, date('9999-12-31')) >= r0.validFromMax AND coalesce(x0.dissolvedMin, date('9999-12-31')) >= $asOf0 AND coalesce(x0.dissolvedMin, date('9999-12-31')) >= $duringMin0 AND coalesce(x0.dissolvedMin, date('9999-12-31')) >= r0.validFromMax
    }
  }
} AS value
