// Parameters: $rows, a list of {id, latin}. Sets the Latin form of these names. Returns nothing.
UNWIND $rows AS row
MATCH (name:Name {id: row.id})
SET name.latin = row.latin
