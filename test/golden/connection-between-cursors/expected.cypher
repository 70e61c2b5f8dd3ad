// treaty_0
MATCH (x0:Treaty {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {
  parties_1: {
    items: COLLECT {
      MATCH (x0)<-[r0:PARTY_TO]-(n0)
      WHERE r0.primary AND (n0.id >= $after0 AND (n0.id > $after0 OR n0.id = $after0 AND r0.id > $after1)) AND (n0.id <= $before0 AND (n0.id < $before0 OR n0.id = $before0 AND r0.id < $before1))
      WITH r0, n0
      ORDER BY n0.id DESC
      WITH r0, n0
      ORDER BY n0.id DESC, r0.id DESC
      LIMIT $limit0
      RETURN {c: [n0.id, r0.id]}
    },
    before: EXISTS {
      MATCH (x0)<-[r0:PARTY_TO]-(n0)
      WHERE r0.primary AND NOT (n0.id >= $after0 AND (n0.id > $after0 OR n0.id = $after0 AND r0.id > $after1))
    },
    behind: EXISTS {
      MATCH (x0)<-[r0:PARTY_TO]-(n0)
      WHERE r0.primary AND NOT (n0.id <= $before0 AND (n0.id < $before0 OR n0.id = $before0 AND r0.id < $before1))
    },
    blank: NOT EXISTS {
      MATCH (x0)<-[r1:PARTY_TO]-(n1)
      WHERE r1.retractedAt IS NULL AND coalesce(r1.rank, 'NORMAL') <> 'DEPRECATED'
    } AND NOT EXISTS {
      MATCH (x0)<-[c0:COVERS]-(s0)
      WHERE c0.retractedAt IS NULL AND coalesce(c0.rank, 'NORMAL') <> 'DEPRECATED' AND c0.relation = 'parties'
    }
  }
} AS value
