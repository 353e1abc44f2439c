package emptyrecord.kit.limits;

import java.util.Locale;

/** Why a request is refused that asks too much, and what its sender can do. */
public enum Refusal {
    BODY_TOO_LARGE(413, "The body of this request is larger than this service takes (lab.limits.body-max); send less"),
    BODY_TOO_SLOW(408, "The body of this request did not arrive in time (lab.limits.body-time); send it at once"),
    BODY_BROKEN(400, "The body of this request ended early or is not chunked as its header says; send it whole"),
    BUSY(
            503,
            "The bodies of all requests in hand take what this service has for them (lab.limits.bodies-max); try"
                    + " again"),
    HEADER_TOO_LARGE(
            431,
            "The header of this request has more bytes or lines than this service takes (lab.limits.header-max,"
                    + " lab.limits.headers-max); send less"),
    ADDRESS(
            400,
            "The path of this request does not begin with a slash, leaves the root, or has an escape that is broken or not"
                    + " allowed; look for %2f, %5c, %00 and two dots in it"),
    MALFORMED(400, "This is no HTTP request that the service understands; look at its first line and its header");

    private final int status;
    private final String detail;

    Refusal(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    /** What to do. */
    public String detail() {
        return detail;
    }

    /** Whether the same request may succeed a little later. */
    public boolean passes() {
        return this == BUSY;
    }

    /** The metric's tag. */
    String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
