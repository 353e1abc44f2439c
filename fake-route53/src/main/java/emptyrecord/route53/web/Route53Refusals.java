package emptyrecord.route53.web;

import emptyrecord.kit.limits.Refusal;
import emptyrecord.kit.limits.RefusalForm;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Requests to Route 53's API that ask too much are refused in its XML, which {@code aws} understands. */
public final class Route53Refusals implements RefusalForm {

    /** Nothing needs escaping: the details are ours, and hold neither brackets nor ampersands. */
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<ErrorResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><Error><Type>%s</Type>"
            + "<Code>%s</Code><Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>";

    @Override
    public boolean covers(String path) {
        return path.startsWith("/2013-04-01/");
    }

    /** Codes of Route 53's API reference, "Common errors", and InvalidInput of each operation. */
    @Override
    public Answer answer(Refusal refusal) {
        boolean later = refusal.passes();
        String xml = XML.formatted(
                later ? "Receiver" : "Sender",
                later ? "ServiceUnavailable" : "InvalidInput",
                refusal.detail(),
                UUID.randomUUID());
        return new Answer(later ? 503 : 400, "text/xml", xml.getBytes(StandardCharsets.UTF_8));
    }
}
