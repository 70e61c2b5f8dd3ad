// search_0
CALL (*) { CALL () {
  `cypher/read/search.cypher`
} RETURN collect({x: x, matched: matched, match: match, place: place}) AS hits }
RETURN {
  items: COLLECT {
    UNWIND hits AS hit
    WITH hit.x AS x, hit.matched AS matched, hit.match AS match, hit.place AS place
    WHERE $labels0 IS NULL OR head([label IN labels(x) WHERE label <> 'Entity']) IN $labels0
    WITH x, matched, match, place
    WITH x, matched, match, place
    ORDER BY place, x.id
    LIMIT $limit0
    RETURN {c: [place, x.id], match: match, matched: matched, node: {__typename: head([label IN labels(x) WHERE label <> 'Entity']), id: x.id, name: x.name}}
  }
} AS value
