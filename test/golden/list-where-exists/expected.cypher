// documents_0
RETURN {
  items: COLLECT {
    MATCH (x:Document)
    WHERE (NOT EXISTS {
      MATCH (x)<-[q0:ADOPTED]-(z0)
      WHERE q0.primary
    } AND EXISTS {
      MATCH (x)<-[q1:CONSIDERED]-(z1)
      WHERE q1.primary
    }) AND x.id >= ''
    WITH x
    ORDER BY x.id
    LIMIT $limit0
    RETURN {c: [x.id], node: {id: x.id}}
  },
  total: COUNT {
    MATCH (x:Document)
    WHERE (NOT EXISTS {
      MATCH (x)<-[q0:ADOPTED]-(z0)
      WHERE q0.primary
    } AND EXISTS {
      MATCH (x)<-[q1:CONSIDERED]-(z1)
      WHERE q1.primary
    })
  }
} AS value
