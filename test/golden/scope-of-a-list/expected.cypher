// organizations_0
RETURN {
  items: COLLECT {
    MATCH (x:Organization)
    WHERE x.id >= ''
    WITH x
    ORDER BY x.id
    LIMIT $limit0
    RETURN {
      c: [x.id],
      node: {
        members: {
          total: COUNT {
            MATCH (x)<-[r1:MEMBER_OF]-(n1)
            WHERE r1.primary AND r1.validFromMin <= $asOf0 AND r1.validToMax >= $asOf0
          }
        }
      }
    }
  },
  total: COUNT {
    MATCH (x:Organization)
  }
} AS value
