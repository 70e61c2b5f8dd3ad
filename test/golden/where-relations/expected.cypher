// states_0
CALL (*) {
  MATCH (x0:State) WHERE x0.mergedAt IS NULL AND ((EXISTS {
    MATCH (x0)-[q0:PARTY_TO]->(z0)
    WHERE q0.primary AND z0.kind = $w0
  } AND NOT EXISTS {
    MATCH (x0)-[q1:PARTY_TO]->(z1)
    WHERE q1.primary AND reduce(found = {count: 0, last: date('0001-01-01'), row: null}, spell IN COLLECT {
      MATCH (x0)-[spell0:PARTY_TO]->(z1)
      WHERE spell0.factKey = q1.factKey AND spell0.primary
      WITH spell0
      ORDER BY spell0.validFromMin
      RETURN {
        first: spell0.validFromMin,
        last: spell0.validToMax,
        row: CASE
          WHEN spell0.divided THEN spell0.locator
        END
      }
    } | CASE
      WHEN found.count > 0 AND (found.last >= spell.first - duration({days: 1}) OR coalesce(found.row = spell.row, false)) THEN {
        count: found.count,
        last: CASE
          WHEN found.last > spell.last THEN found.last
          ELSE spell.last
        END,
        row: spell.row
      }
      ELSE {count: found.count + 1, last: spell.last, row: spell.row}
    END).count >= $w1
  }) AND (NOT EXISTS {
    MATCH (x0)-[q2:SIGNED]->(z2)
    WHERE q2.primary AND NOT coalesce((z2:Treaty AND NOT (z2.untsNo IS NULL)), false)
  } AND COUNT {
    MATCH (x0)-[q3:SIGNED]->(z3)
    WHERE q3.primary AND q3.dateMax > $wMax0
  } >= $w2)) RETURN collect(x0) AS all0
}
RETURN {
  total: COUNT {
    UNWIND all0 AS x0
    MATCH (x0)
  },
  blanks: [{
    relation: 'partyTo',
    nodes: COUNT {
      UNWIND all0 AS x0
      MATCH (x0)
      WHERE NOT EXISTS {
        MATCH (x0)-[r0:PARTY_TO]->(n0)
        WHERE r0.retractedAt IS NULL AND coalesce(r0.rank, 'NORMAL') <> 'DEPRECATED'
      } AND NOT EXISTS {
        MATCH (x0)<-[c0:COVERS]-(s0)
        WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'partyTo'
      }
    },
    of: COUNT {
      UNWIND all0 AS x0
      MATCH (x0)
    }
  }, {
    relation: 'signed',
    nodes: COUNT {
      UNWIND all0 AS x0
      MATCH (x0)
      WHERE NOT EXISTS {
        MATCH (x0)-[r1:SIGNED]->(n1)
        WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
      } AND NOT EXISTS {
        MATCH (x0)<-[c1:COVERS]-(s1)
        WHERE c1.retractedAt IS NULL AND coalesce(c1.rank, 'NORMAL') <> 'DEPRECATED' AND c1.relation = 'signed'
      }
    },
    of: COUNT {
      UNWIND all0 AS x0
      MATCH (x0)
    }
  }]
} AS value
