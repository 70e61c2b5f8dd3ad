// duplicates_0
RETURN {
  items: COLLECT {
    CALL () {
      CALL () {
        MATCH (x0:Person)
        MATCH (x0)-[h0:HAS_NAME]->(n0)
        WHERE h0.primary
        WITH x0, n0
        WHERE n0.kind = 'NAME'
        MATCH (m0:Name {norm: n0.norm})
        WHERE m0.kind = 'NAME'
        MATCH (m0)<-[k0:HAS_NAME]-(y0)
        WHERE k0.primary AND y0:Person AND x0.id < y0.id
        WITH x0, y0, min(n0.text) AS text
        RETURN x0, y0, 'SAME_NAME' AS kind, text
        UNION ALL
        MATCH (x0:Person)
        MATCH (x0)-[h1:HAS_NAME]->(n1)
        WHERE h1.primary
        WITH x0, n1
        WHERE n1.kind = 'CODE'
        MATCH (m1:Name {norm: n1.norm})
        WHERE m1.kind = 'CODE' AND m1.scheme = n1.scheme
        MATCH (m1)<-[k1:HAS_NAME]-(y0)
        WHERE k1.primary AND y0:Person AND x0.id < y0.id
        WITH x0, y0, min(coalesce(n1.scheme, '') + ' ' + n1.text) AS text
        WHERE NOT EXISTS {
          MATCH (x0)-[r0:RELATED_TO]->(y0)
          WHERE r0.primary
        } AND NOT EXISTS {
          MATCH (x0)<-[r1:RELATED_TO]-(y0)
          WHERE r1.primary
        }
        RETURN x0, y0, 'SAME_CODE' AS kind, text
        UNION ALL
        MATCH (x0:Person)
        MATCH (x0)-[h2:HELD_OFFICE]->(o0)
        WHERE h2.primary
        MATCH (o0)<-[k2:HELD_OFFICE]-(y0)
        WHERE k2.primary AND x0.id < y0.id AND h2.title = k2.title AND h2.validFromMin <= k2.validToMax AND k2.validFromMin <= h2.validToMax AND any(form IN split(x0.forms, ' ') WHERE form STARTS WITH 'L' AND size(form) > 4 AND form IN split(y0.forms, ' '))
        RETURN x0, y0, 'SAME_OFFICE' AS kind, h2.title + ' ' + o0.name AS text
      }
      WITH x0, y0, kind, text
      ORDER BY kind, text
      WITH x0, y0, collect(DISTINCT {kind: kind, text: text}) AS reasons0, collect(DISTINCT kind) AS kinds
      WITH x0, y0, reasons0, round(1.0 - reduce(rest = 1.0, kind IN kinds | rest * (1.0 - {SAME_NAME: 0.6, SAME_CODE: 0.7, SAME_OFFICE: 0.7}[kind])), 2) AS score0
      WHERE x0.mergedAt IS NULL AND y0.mergedAt IS NULL AND score0 >= $minScore0
      RETURN x0, y0, reasons0, score0
    }
    WITH x0, y0, score0, reasons0
    WITH x0, y0, score0, reasons0
    ORDER BY score0 DESC, x0.id
    WITH x0, y0, score0, reasons0
    ORDER BY score0 DESC, x0.id, y0.id
    LIMIT $limit0
    RETURN {score: score0, reasons: reasons0, node: {__typename: head([label IN labels(x0) WHERE label <> 'Entity']), id: x0.id, name: x0.name}, other: {__typename: head([label IN labels(y0) WHERE label <> 'Entity']), id: y0.id, name: y0.name}}
  },
  total: COUNT {
    CALL () {
      CALL () {
        MATCH (x0:Person)
        MATCH (x0)-[h0:HAS_NAME]->(n0)
        WHERE h0.primary
        WITH x0, n0
        WHERE n0.kind = 'NAME'
        MATCH (m0:Name {norm: n0.norm})
        WHERE m0.kind = 'NAME'
        MATCH (m0)<-[k0:HAS_NAME]-(y0)
        WHERE k0.primary AND y0:Person AND x0.id < y0.id
        WITH x0, y0, min(n0.text) AS text
        RETURN x0, y0, 'SAME_NAME' AS kind, text
        UNION ALL
        MATCH (x0:Person)
        MATCH (x0)-[h1:HAS_NAME]->(n1)
        WHERE h1.primary
        WITH x0, n1
        WHERE n1.kind = 'CODE'
        MATCH (m1:Name {norm: n1.norm})
        WHERE m1.kind = 'CODE' AND m1.scheme = n1.scheme
        MATCH (m1)<-[k1:HAS_NAME]-(y0)
        WHERE k1.primary AND y0:Person AND x0.id < y0.id
        WITH x0, y0, min(coalesce(n1.scheme, '') + ' ' + n1.text) AS text
        WHERE NOT EXISTS {
          MATCH (x0)-[r0:RELATED_TO]->(y0)
          WHERE r0.primary
        } AND NOT EXISTS {
          MATCH (x0)<-[r1:RELATED_TO]-(y0)
          WHERE r1.primary
        }
        RETURN x0, y0, 'SAME_CODE' AS kind, text
        UNION ALL
        MATCH (x0:Person)
        MATCH (x0)-[h2:HELD_OFFICE]->(o0)
        WHERE h2.primary
        MATCH (o0)<-[k2:HELD_OFFICE]-(y0)
        WHERE k2.primary AND x0.id < y0.id AND h2.title = k2.title AND h2.validFromMin <= k2.validToMax AND k2.validFromMin <= h2.validToMax AND any(form IN split(x0.forms, ' ') WHERE form STARTS WITH 'L' AND size(form) > 4 AND form IN split(y0.forms, ' '))
        RETURN x0, y0, 'SAME_OFFICE' AS kind, h2.title + ' ' + o0.name AS text
      }
      WITH x0, y0, kind, text
      ORDER BY kind, text
      WITH x0, y0, collect(DISTINCT {kind: kind, text: text}) AS reasons0, collect(DISTINCT kind) AS kinds
      WITH x0, y0, reasons0, round(1.0 - reduce(rest = 1.0, kind IN kinds | rest * (1.0 - {SAME_NAME: 0.6, SAME_CODE: 0.7, SAME_OFFICE: 0.7}[kind])), 2) AS score0
      WHERE x0.mergedAt IS NULL AND y0.mergedAt IS NULL AND score0 >= $minScore0
      RETURN x0, y0, reasons0, score0
    }
    RETURN 1
  }
} AS value
