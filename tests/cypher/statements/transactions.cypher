// title: Transactions
// question: Which statements does the server work at, but for this one?
// column statement: string -- its text
SHOW TRANSACTIONS YIELD currentQuery
WHERE NOT currentQuery CONTAINS 'SHOW TRANSACTIONS'
RETURN currentQuery AS statement
