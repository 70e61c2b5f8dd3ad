// documents_0
RETURN {
  total: COUNT {
    MATCH (x0:Document)
    WHERE EXISTS {
      MATCH (x0)<-[q0:VOTED]-(z0)
      WHERE q0.primary AND (q0.position = $w0 AND EXISTS {
        MATCH (z0)-[q1:MEMBER_OF]->(z1:Organization)
        WHERE q1.primary AND q1.validFromMin <= x0.dateMax AND q1.validToMax >= x0.dateMin AND z1.id = $w1
      })
    }
  }
} AS value
