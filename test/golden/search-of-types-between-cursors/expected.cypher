// search_0
RETURN {
  items: COLLECT {
    CALL () {
      `cypher/read/search.cypher`
    }
    WITH x, matched, match, place
    WHERE (place >= $after0_0 AND (place > $after0_0 OR place = $after0_0 AND x.id > $after0_1))
    WITH x, matched, match, place
    ORDER BY place, x.id
    LIMIT $limit0
    RETURN {c: [place, x.id], node: {__typename: head([label IN labels(x) WHERE label <> 'Entity']), id: x.id}}
  },
  total: COUNT {
    CALL () {
      `cypher/read/search.cypher`
    }
    RETURN x
  },
  before: EXISTS {
    CALL () {
      `cypher/read/search.cypher`
    }
    WITH x, place
    WHERE NOT (place >= $after0_0 AND (place > $after0_0 OR place = $after0_0 AND x.id > $after0_1))
    RETURN x
  }
} AS value
