package emptyrecord.customers.core.stack;

/** What a user action asks for. An action is one call as the user sees it, with all its retries. */
public enum Api {
    /** DynamoDB's GetItem. */
    READ("GetItem"),
    /** DynamoDB's PutItem. */
    WRITE("PutItem"),
    /** A request to the application behind the load balancer. */
    REQUEST("NLB");

    private final String word;

    Api(String word) {
        this.word = word;
    }

    /** The name in metrics and in {@code GET /state}. */
    public String word() {
        return word;
    }
}
