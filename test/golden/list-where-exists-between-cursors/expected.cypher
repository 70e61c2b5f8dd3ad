// treaties_0
CALL (*) {
  MATCH (x0:Treaty) WHERE x0.mergedAt IS NULL AND NOT EXISTS {
    MATCH (x0)<-[q0:PARTY_TO]-(z0)
    WHERE q0.primary
  } RETURN collect(x0) AS all0
}
RETURN {
  items: COLLECT {
    UNWIND all0 AS x0
    MATCH (x0)
    WHERE x0.id >= '' AND (x0.id > $after0) AND (x0.id < $before0)
    WITH x0
    ORDER BY x0.id
    LIMIT $limit0
    RETURN {c: [x0.id], node: {id: x0.id}}
  },
  before: EXISTS {
    UNWIND all0 AS x0
    MATCH (x0)
    WHERE NOT (x0.id > $after0)
  },
  behind: EXISTS {
    UNWIND all0 AS x0
    MATCH (x0)
    WHERE NOT (x0.id < $before0)
  },
  blanks: [{
    relation: 'parties',
    nodes: COUNT {
      UNWIND all0 AS x0
      MATCH (x0)
      WHERE NOT EXISTS {
        MATCH (x0)<-[r0:PARTY_TO]-(n0)
        WHERE r0.retractedAt IS NULL AND coalesce(r0.rank, 'NORMAL') <> 'DEPRECATED'
      } AND NOT EXISTS {
        MATCH (x0)<-[c0:COVERS]-(s0)
        WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'parties'
      }
    },
    of: COUNT {
      UNWIND all0 AS x0
      MATCH (x0)
    }
  }]
} AS value
