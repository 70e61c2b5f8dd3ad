// documents_0
RETURN {
  total: COUNT {
    MATCH (x:Document)
    WHERE EXISTS {
      MATCH (x)<-[q0:VOTED]-(z0)
      WHERE q0.primary AND (q0.position = $w1 AND EXISTS {
        MATCH (z0)-[q3:MEMBER_OF]->(z3:Organization)
        WHERE q3.primary AND q3.validFromMin <= x.dateMax AND q3.validToMax >= x.dateMin AND z3.id = $w4
      })
    }
  }
} AS value
