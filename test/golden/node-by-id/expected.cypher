// treaty_0
MATCH (x:Treaty {id: $id0})
RETURN {id: x.id, name: x.name, kind: x.kind, signed: x.signed, signedMin: toString(x.signedMin), bilateral: x.bilateral, recordedAt: toString(x.recordedAt)} AS value
