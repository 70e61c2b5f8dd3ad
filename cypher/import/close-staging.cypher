// No parameters. Ends the import that was in progress.
MATCH (staging:ImportStaging {name: 'import'})
DELETE staging
