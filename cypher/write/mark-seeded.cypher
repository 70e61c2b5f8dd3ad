// In: $checksum of the bundled data that has just been loaded.
MERGE (mark:Seeded {name: 'bundled'})
SET mark.checksum = $checksum, mark.at = datetime()
