package emptyrecord.dynamo;

/**
 * A request, and what another implementation of the API answered.
 *
 * @param answer the body
 */
record OracleAnswer(String operation, String request, int status, String answer) {}
