// organizations_0
RETURN {
  items: COLLECT {
    MATCH (x0:Organization)
    WHERE x0.id >= ''
    WITH x0
    ORDER BY x0.id
    LIMIT $limit0
    RETURN {
      c: [x0.id],
      node: {
        members: {
          total: COUNT {
            MATCH (x0)<-[r0:MEMBER_OF]-(n0)
            WHERE r0.primary AND r0.validFromMin <= $asOf0 AND r0.validToMax >= $asOf0
          }
        }
      }
    }
  },
  total: COUNT {
    MATCH (x0:Organization)
  }
} AS value
