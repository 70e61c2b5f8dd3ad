// In: $rows of {id, latin}. Out: nothing; the names have their form in Latin letters.
UNWIND $rows AS row
MATCH (name:Name {id: row.id})
SET name.latin = row.latin
