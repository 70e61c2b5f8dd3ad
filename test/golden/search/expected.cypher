// search_0
RETURN {
  items: COLLECT {
    CALL () {
      `cypher/read/search.cypher`
    }
    WITH x, matched, match, place
    WITH x, matched, match, place
    ORDER BY place, x.id
    LIMIT $limit0
    RETURN {c: [place, x.id], match: match, matched: matched, node: {__typename: head([label IN labels(x) WHERE label <> 'Entity']), id: x.id, name: x.name}}
  }
} AS value
