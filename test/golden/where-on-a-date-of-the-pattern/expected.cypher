// documents_0
RETURN {
  total: COUNT {
    CALL () {
      MATCH (z1:Organization)
      WHERE z1.id = $w1
      WITH toFloat(sum(COUNT {
        (z1)-[:MEMBER_OF]-()
      })) AS degree0
      RETURN degree0 * degree0 * COUNT {
        ()-[:VOTED]->()
      } > COUNT {
        (:Document)
      } * COUNT {
        (:State)
      } * COUNT {
        (:State)
      } AS common0
    }
    CALL (common0) {
      WITH common0
      WHERE NOT common0
      MATCH (x0:Document)
      MATCH (x0)<-[q0:VOTED]-(z0)
      WHERE q0.primary AND q0.position = $w0
      MATCH (z0)-[q1:MEMBER_OF]->(z1:Organization)
      WHERE q1.primary AND q1.validFromMin <= x0.dateMax AND q1.validToMax >= x0.dateMin AND (q1.validFromMin > date('0001-01-01') OR coalesce(coalesce(z0.existsFromMin, z0.foundedMin, z0.bornMin) <= x0.dateMax, true) AND coalesce(z1.foundedMin <= x0.dateMax, true)) AND (q1.validToMax < date('9999-12-31') OR coalesce(coalesce(q1.observedUntil, q1.coveredUntil) >= x0.dateMin, false) OR coalesce(coalesce(z0.existsToMax, z0.dissolvedMax, z0.diedMax) >= x0.dateMin, true) AND coalesce(z1.dissolvedMax >= x0.dateMin, true)) AND z1.id = $w1
      RETURN DISTINCT x0
      UNION ALL
      WITH common0
      WHERE common0
      MATCH (x0:Document)
      WHERE EXISTS {
        MATCH (x0)<-[q0:VOTED]-(z0)
        WHERE q0.primary AND (q0.position = $w0 AND EXISTS {
          MATCH (z0)-[q1:MEMBER_OF]->(z1:Organization)
          WHERE q1.primary AND q1.validFromMin <= x0.dateMax AND q1.validToMax >= x0.dateMin AND (q1.validFromMin > date('0001-01-01') OR coalesce(coalesce(z0.existsFromMin, z0.foundedMin, z0.bornMin) <= x0.dateMax, true) AND coalesce(z1.foundedMin <= x0.dateMax, true)) AND (q1.validToMax < date('9999-12-31') OR coalesce(coalesce(q1.observedUntil, q1.coveredUntil) >= x0.dateMin, false) OR coalesce(coalesce(z0.existsToMax, z0.dissolvedMax, z0.diedMax) >= x0.dateMin, true) AND coalesce(z1.dissolvedMax >= x0.dateMin, true)) AND z1.id = $w1
        })
      }
      RETURN x0
    }
    WITH x0
    WHERE x0.mergedAt IS NULL
  }
} AS value
