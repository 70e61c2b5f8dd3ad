// organization_0
MATCH (x0:Organization {id: $id0})
WHERE x0.recordedAt <= $asKnownAt0 AND NOT any(i IN range(0, size(coalesce(x0.mergedFrom, [])) - 1) WHERE x0.mergedFrom[i] <= $asKnownAt0 AND coalesce(x0.mergedUntil[i] > $asKnownAt0, true))
RETURN x0.id AS id, {
  members: {
    total: COUNT {
      MATCH (x0)<-[r0:MEMBER_OF]-(n0)
      WHERE r0.recordedAt <= $asKnownAt0 AND (r0.retractedAt IS NULL OR r0.retractedAt > $asKnownAt0) AND coalesce(r0.rank, 'NORMAL') <> 'DEPRECATED' AND r0.sourceId IN $sources0 AND NOT EXISTS {
        MATCH (n0)-[other0:MEMBER_OF]->(x0)
        WHERE other0.factKey = r0.factKey AND other0.standing < r0.standing AND other0.recordedAt <= $asKnownAt0 AND (other0.retractedAt IS NULL OR other0.retractedAt > $asKnownAt0) AND coalesce(other0.rank, 'NORMAL') <> 'DEPRECATED' AND other0.sourceId IN $sources0
      } AND r0.validFromMax <= $asOf0 AND r0.validToMin >= $asOf0 AND ((r0.validToMax < date('9999-12-31') OR coalesce(r0.observedUntil, r0.coveredUntil) IS NOT NULL) OR coalesce(coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin) >= $asOf0, true) AND coalesce(x0.dissolvedMin >= $asOf0, true)) AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(n0.existsFromMin, n0.foundedMin, n0.bornMin) <= $asOf0, true) AND coalesce(x0.foundedMin <= $asOf0, true)) AND r0.validFromMax <= $duringMax0 AND r0.validToMin >= $duringMin0 AND r0.validFromMax <= r0.validToMin AND ((r0.validToMax < date('9999-12-31') OR coalesce(r0.observedUntil, r0.coveredUntil) IS NOT NULL) OR coalesce(coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin) >= $duringMin0, true) AND coalesce(x0.dissolvedMin >= $duringMin0, true)) AND ((r0.validToMax < date('9999-12-31') OR coalesce(r0.observedUntil, r0.coveredUntil) IS NOT NULL) OR coalesce(coalesce(n0.existsToMin, n0.dissolvedMin, n0.diedMin) >= r0.validFromMax, true) AND coalesce(x0.dissolvedMin >= r0.validFromMax, true)) AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(n0.existsFromMin, n0.foundedMin, n0.bornMin) <= $duringMax0, true) AND coalesce(x0.foundedMin <= $duringMax0, true)) AND (r0.validFromMin > date('0001-01-01') OR coalesce(coalesce(n0.existsFromMin, n0.foundedMin, n0.bornMin) <= r0.validToMin, true) AND coalesce(x0.foundedMin <= r0.validToMin, true))
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r1:MEMBER_OF]-(n1)
      WHERE r1.recordedAt <= $asKnownAt0 AND (r1.retractedAt IS NULL OR r1.retractedAt > $asKnownAt0) AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED' AND r1.sourceId IN $sources0
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.recordedAt <= $asKnownAt0 AND (c0.retractedAt IS NULL OR c0.retractedAt > $asKnownAt0) AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.sourceId IN $sources0 AND c0.relation = 'members'
    }
  }
} AS value
