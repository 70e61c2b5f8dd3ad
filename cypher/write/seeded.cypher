// In: nothing. Out: `checksum` of the bundled data that was loaded last; no row when none was.
MATCH (mark:Seeded {name: 'bundled'})
RETURN mark.checksum AS checksum
