// In: $program. Out: `ids` of its transactions that run now, without this one.
SHOW TRANSACTIONS YIELD transactionId, currentQuery, metaData
WHERE metaData.program = $program AND NOT currentQuery STARTS WITH 'SHOW TRANSACTIONS'
RETURN collect(transactionId) AS ids
