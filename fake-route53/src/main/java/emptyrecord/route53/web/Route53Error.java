package emptyrecord.route53.web;

import java.util.List;

/** A request that Route 53 refuses: its error code, HTTP status and messages. */
final class Route53Error extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Characters of a message, so that a thousand wrong changes have no long answer; our choice. */
    private static final int MESSAGE_MAX = 8_000;

    private final Code code;

    /** Route 53's codes, as far as they occur here. */
    enum Code {
        InvalidChangeBatch(400),
        InvalidInput(400),
        InvalidDomainName(400),
        ConflictingDomainExists(400),
        HostedZoneAlreadyExists(409),
        HostedZoneNotEmpty(400),
        TooManyHostedZones(400),
        NoSuchDelegationSet(400),
        NoSuchHostedZone(404),
        NoSuchHealthCheck(404),
        HealthCheckAlreadyExists(409),
        HealthCheckVersionMismatch(409),
        TooManyHealthChecks(400),
        NoSuchChange(404),
        Throttling(400),
        PriorRequestNotComplete(400),
        InvalidAction(400),
        InternalFailure(500);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private Route53Error(Code code, List<String> messages) {
        super(
                shortened(code == Code.InvalidChangeBatch ? messages.toString() : messages.getFirst()),
                null,
                false,
                false);
        this.code = code;
    }

    private static String shortened(String message) {
        return message.length() <= MESSAGE_MAX ? message : message.substring(0, MESSAGE_MAX) + "…";
    }

    static Route53Error of(Code code, String message) {
        return new Route53Error(code, List.of(message));
    }

    static Route53Error invalidInput(String message) {
        return of(Code.InvalidInput, message);
    }

    /** All reasons in one message, as Route 53 writes them: {@code [one, two]}. */
    static Route53Error invalidBatch(List<String> messages) {
        return new Route53Error(Code.InvalidChangeBatch, messages);
    }

    static Route53Error noSuchZone(String id) {
        return of(Code.NoSuchHostedZone, "No hosted zone found with ID: " + id);
    }

    static Route53Error noSuchHealthCheck(String id) {
        return of(Code.NoSuchHealthCheck, "No health check exists with the ID: " + id);
    }

    Code code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
