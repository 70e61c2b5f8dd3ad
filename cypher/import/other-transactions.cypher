// Parameters: $program. Returns `ids` of the running transactions of this program, except this one.
SHOW TRANSACTIONS YIELD transactionId, currentQuery, metaData
WHERE metaData.program = $program AND NOT currentQuery STARTS WITH 'SHOW TRANSACTIONS'
RETURN collect(transactionId) AS ids
