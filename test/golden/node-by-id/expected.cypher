// treaty_0
MATCH (x0:Treaty {id: $id0})
RETURN x0.id AS id, {id: x0.id, name: x0.name, kind: x0.kind, signed: x0.signed, signedMin: toString(x0.signedMin), bilateral: x0.bilateral, recordedAt: toString(x0.recordedAt)} AS value
