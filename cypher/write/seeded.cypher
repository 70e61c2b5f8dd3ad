// No parameters. Returns `checksum` of the bundled data that was loaded last; no row if none was loaded.
MATCH (mark:Seeded {name: 'bundled'})
RETURN mark.checksum AS checksum
