// title: End a question
// question: Does the server end the transaction that bears this mark?
// access: write
// param mark: string -- what the transaction was marked with when it began
// column message: string -- what the server says
// example: mark=none
SHOW TRANSACTIONS YIELD transactionId AS id, metaData
WHERE metaData.lsgraph = $mark
TERMINATE TRANSACTIONS id YIELD message
RETURN message
