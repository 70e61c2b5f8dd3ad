// documents_0
RETURN {
  items: COLLECT {
    MATCH (x:Document)
    WHERE x.id >= '' AND NOT EXISTS {
      MATCH (x)<-[xr:ADOPTED]-(xn)
      WHERE xr.primary
    } AND EXISTS {
      MATCH (x)<-[xr:CONSIDERED]-(xn)
      WHERE xr.primary
    }
    WITH x
    ORDER BY x.id
    LIMIT $limit0
    RETURN {c: [x.id], node: {id: x.id}}
  },
  total: COUNT {
    MATCH (x:Document)
    WHERE NOT EXISTS {
      MATCH (x)<-[xr:ADOPTED]-(xn)
      WHERE xr.primary
    } AND EXISTS {
      MATCH (x)<-[xr:CONSIDERED]-(xn)
      WHERE xr.primary
    }
  }
} AS value
