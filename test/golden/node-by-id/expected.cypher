// treaty_0
MATCH (x0:Treaty {id: $id0})
WHERE x0.mergedAt IS NULL
RETURN x0.id AS id, {id: x0.id, name: x0.name, kind: x0.kind, signed: x0.signed, signedMin: head([day IN [x0.signedMin] WHERE NOT (x0.signed CONTAINS '/') OR day > date('0001-01-01') AND day < date('9999-12-31') | toString(day)]), bilateral: x0.bilateral, recordedAt: toString(x0.recordedAt)} AS value
