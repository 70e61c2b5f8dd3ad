// state_0
MATCH (m:Name {norm: $norm0})<-[h:HAS_NAME]-(x:State)
WHERE m.kind = 'CODE' AND h.primary AND h.validFromMin <= $asOf0 AND h.validToMax >= $asOf0
WITH DISTINCT x
ORDER BY x.id
LIMIT 10
RETURN x.id AS id, {
  id: x.id,
  partyTo: {
    total: COUNT {
      MATCH (x)-[r1:PARTY_TO]->(n1)
      WHERE r1.primary AND r1.validFromMin <= $asOf0 AND r1.validToMax >= $asOf0
    }
  }
} AS value
