// In: nothing. Out: a row for each import that has been done, the last one first: `run`, its properties.
MATCH (run:ImportRun)
RETURN properties(run) AS run, toString(run.recordedAt) AS recordedAt
ORDER BY run.recordedAt DESC
