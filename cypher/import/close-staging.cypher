// In: nothing. The import that was under way is over.
MATCH (staging:ImportStaging {name: 'import'})
DELETE staging
