// No parameters. Returns a row if an assertion is stored in the form of an earlier version, which did not keep from
// when to when an assertion was chosen.
MATCH ()-[report:REPORTS]->()
WHERE report.chosenFrom IS NULL
RETURN report.id AS id
LIMIT 1
