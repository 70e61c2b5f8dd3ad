// Parameters: $checksum of the bundled data that was just loaded. Stores the checksum.
MERGE (mark:Seeded {name: 'bundled'})
SET mark.checksum = $checksum, mark.at = datetime()
