// Parameters: $rows, a list of {labels, properties}. Creates the nodes.
UNWIND $rows AS row
CREATE (node)
SET node:$(row.labels)
SET node = row.properties
