// documents_0
CALL (*) {
  MATCH (x0:Document) WHERE x0.mergedAt IS NULL AND (NOT EXISTS {
    MATCH (x0)<-[q0:ADOPTED]-(z0)
    WHERE q0.primary
  } AND EXISTS {
    MATCH (x0)<-[q1:CONSIDERED]-(z1)
    WHERE q1.primary
  }) RETURN collect(x0) AS all0
}
RETURN {
  items: COLLECT {
    UNWIND all0 AS x0
    MATCH (x0)
    WHERE x0.id >= ''
    WITH x0
    ORDER BY x0.id
    LIMIT $limit0
    RETURN {node: {id: x0.id}}
  },
  total: COUNT {
    UNWIND all0 AS x0
    MATCH (x0)
  },
  blanks: [{
    relation: 'adoptedBy',
    nodes: COUNT {
      UNWIND all0 AS x0
      MATCH (x0)
      WHERE NOT EXISTS {
        MATCH (x0)<-[r0:ADOPTED]-(n0)
        WHERE r0.retractedAt IS NULL AND coalesce(r0.rank, 'NORMAL') <> 'DEPRECATED'
      } AND NOT EXISTS {
        MATCH (x0)<-[c0:COVERS]-(s0)
        WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'adoptedBy'
      }
    },
    of: COUNT {
      UNWIND all0 AS x0
      MATCH (x0)
    }
  }]
} AS value
