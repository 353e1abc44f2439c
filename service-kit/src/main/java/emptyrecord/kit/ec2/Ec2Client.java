package emptyrecord.kit.ec2;

import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.kit.trace.Tracing;
import emptyrecord.kit.xml.XmlBounds;
import emptyrecord.kit.xml.XmlException;
import emptyrecord.kit.xml.XmlNode;
import emptyrecord.kit.xml.XmlReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Speaks the two EC2 calls the lab's own fleets need, in EC2's query protocol (Version 2016-11-15). The AWS SDK's ec2
 * module does not resolve beside the SDK version used here, and it weighs more than the rest of the lab together.
 */
public final class Ec2Client {

    private final URI base;
    private final Duration timeout;
    private final HttpClient http;
    private final Tracing tracing;

    /**
     * @param base for example {@code http://127.0.0.1:7004}
     * @param timeout real time to wait for an answer
     */
    public Ec2Client(URI base, Duration timeout, Tracing tracing) {
        this.base = base;
        this.tracing = tracing;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** RunInstances for one instance. */
    public LaunchOutcome run(LaunchRequest request) {
        Map<String, String> form = form("RunInstances");
        form.put("ImageId", "ami-0000000000000lab");
        form.put("InstanceType", "m7i.large");
        form.put("MinCount", "1");
        form.put("MaxCount", "1");
        form.put("Placement.AvailabilityZone", request.zone());
        form.put("TagSpecification.1.ResourceType", "instance");
        form.put("TagSpecification.1.Tag.1.Key", "lab:class");
        form.put("TagSpecification.1.Tag.1.Value", request.launchClass());
        try (Span span = tracing.begin(SpanName.LAUNCH);
                Span.Scope scope = span.enter()) {
            span.tag("az", request.zone()).tag("class", request.launchClass());
            return launched(call(form), request, span);
        }
    }

    private static LaunchOutcome launched(Reply reply, LaunchRequest request, Span span) {
        if (reply instanceof Reply.Error error) {
            span.failed(error.code());
        }
        return switch (reply) {
            case Reply.Ok ok ->
                new LaunchOutcome.Launched(ok.answer().first("instanceId").orElse(""), request.zone());
            case Reply.Error error -> new LaunchOutcome.Refused(error.code(), error.message());
            case Reply.None none -> new LaunchOutcome.Unreachable(none.reason());
        };
    }

    /** TerminateInstances for one instance. */
    public TerminateOutcome terminate(String instanceId) {
        Map<String, String> form = form("TerminateInstances");
        form.put("InstanceId.1", instanceId);
        return switch (call(form)) {
            case Reply.Ok ok -> new TerminateOutcome.Accepted();
            case Reply.Error error -> new TerminateOutcome.Refused(error.code(), error.message());
            case Reply.None none -> new TerminateOutcome.Unreachable(none.reason());
        };
    }

    private static Map<String, String> form(String action) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Action", action);
        form.put("Version", "2016-11-15");
        return form;
    }

    private Reply call(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/"))
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        TraceContext trace = tracing.current();
        if (!trace.isNone()) {
            request.header(TraceContext.HEADER, trace.traceparent());
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            XmlNode answer = XmlReader.tree(response.body(), XmlBounds.ANSWER);
            return response.statusCode() == 200
                    ? new Reply.Ok(answer)
                    : new Reply.Error(
                            answer.first("Code").orElse("HTTP " + response.statusCode()),
                            answer.first("Message").orElse(""));
        } catch (IOException | XmlException e) {
            return new Reply.None(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.None("interrupted");
        }
    }

    private sealed interface Reply {
        record Ok(XmlNode answer) implements Reply {}

        record Error(String code, String message) implements Reply {}

        record None(String reason) implements Reply {}
    }
}
