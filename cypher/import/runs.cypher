// No parameters. Returns a row for each completed import, latest first: `run`, its properties, and `recordedAt`.
MATCH (run:ImportRun)
RETURN properties(run) AS run, toString(run.recordedAt) AS recordedAt
ORDER BY run.recordedAt DESC
