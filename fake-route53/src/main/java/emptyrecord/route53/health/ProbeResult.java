package emptyrecord.route53.health;

/**
 * What one probe found.
 *
 * @param report as GetHealthCheckStatus shows it; one of a few texts, so that thousands of results share them
 */
public record ProbeResult(boolean passed, String report) {

    static final ProbeResult CONNECTED = new ProbeResult(true, "Success: The TCP connection was established.");
    static final ProbeResult REFUSED = new ProbeResult(false, "Failure: Connection refused.");
    static final ProbeResult NOT_CONNECTED = new ProbeResult(
            false, "Failure: The health checker could not establish a connection within the timeout limit.");
    static final ProbeResult NO_ROUTE = new ProbeResult(false, "Failure: The connection failed.");
    static final ProbeResult NO_ANSWER = new ProbeResult(
            false,
            "Failure: The health checker could establish a connection to the endpoint, but the endpoint did not return"
                    + " a valid HTTP response within the timeout limit.");
    static final ProbeResult NOT_FOUND =
            new ProbeResult(false, "Failure: The response body did not contain the specified search string.");
    static final ProbeResult UNRESOLVED = new ProbeResult(
            false,
            "Failure: DNS resolution failed: the region's zones have no A record with an address of this machine.");

    private static final int CODE_MIN = 100;
    private static final int CODE_MAX = 599;

    /** Route 53 follows no redirection: every 2xx and 3xx passes. */
    static ProbeResult ofStatus(int code) {
        if (code < CODE_MIN || code > CODE_MAX) {
            return NO_ANSWER;
        }
        boolean passed = code >= 200 && code < 400;
        return new ProbeResult(passed, ((passed ? "Success" : "Failure") + ": HTTP Status Code " + code).intern());
    }
}
