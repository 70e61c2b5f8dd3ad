// No parameters. Returns a row for each person: `id`, `bornMin`, `bornMax`, `names`, a list of texts, `posts`, a list of
// {of, min, max, title, level} (offices, and appearances at meetings for a state), and `meetings`, a list of ids.
MATCH (person:Person)
WHERE person.mergedAt IS NULL
RETURN person.id AS id, toString(person.bornMin) AS bornMin, toString(person.bornMax) AS bornMax,
  COLLECT {
    MATCH (person)-[edge:HAS_NAME]->(name:Name)
    WHERE edge.retractedAt IS NULL AND name.kind <> 'CODE'
    RETURN DISTINCT name.text
  } AS names,
  COLLECT {
    MATCH (person)-[edge:HELD_OFFICE]->(of)
    WHERE edge.retractedAt IS NULL
    RETURN {of: of.id, min: toString(edge.validFromMin), max: toString(edge.validToMax), title: edge.title, level: null} AS post
    UNION ALL
    MATCH (person)-[edge:PARTICIPATED]->(meeting)
    WHERE edge.retractedAt IS NULL AND edge.onBehalfOf IS NOT NULL
    RETURN {of: edge.onBehalfOf, min: toString(meeting.dateMin), max: toString(meeting.dateMax), title: null,
      level: edge.level} AS post
  } AS posts,
  COLLECT {
    MATCH (person)-[edge:PARTICIPATED]->(meeting)
    WHERE edge.retractedAt IS NULL
    RETURN DISTINCT meeting.id
  } AS meetings
ORDER BY id
