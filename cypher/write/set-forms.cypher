// Parameters: $rows, a list of {id, columns}. Sets the forms for search of these nodes and names. Returns nothing.
UNWIND $rows AS row
MATCH (node:Entity {id: row.id})
SET node += row.columns
