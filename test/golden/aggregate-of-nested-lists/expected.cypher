// states_0
CALL (*) { MATCH (x:State) WHERE x.id >= '' WITH x ORDER BY x.id LIMIT $limit0 CALL (*) { MATCH (x)-[r1:PARTY_TO]->(n1) WHERE r1.primary WITH count(*) AS m2_0 RETURN {count: m2_0} AS t2 } RETURN collect({c: [x.id], node: {id: x.id, partyTo: {aggregate: {totals: t2}}}}) AS l0 }
RETURN {
  items: l0,
  total: COUNT {
    MATCH (x:State)
  }
} AS value
