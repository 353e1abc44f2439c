package emptyrecord.kit.ec2;

import java.io.IOException;
import java.io.StringReader;
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
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Speaks the two EC2 calls the lab's own fleets need, in EC2's query protocol (Version 2016-11-15). The AWS SDK's ec2
 * module does not resolve beside the SDK version used here, and it weighs more than the rest of the lab together.
 */
public final class Ec2Client {

    private static final XMLInputFactory XML = hardened();

    private final URI base;
    private final Duration timeout;
    private final HttpClient http;

    /**
     * @param base for example {@code http://127.0.0.1:7004}
     * @param timeout real time to wait for an answer
     */
    public Ec2Client(URI base, Duration timeout) {
        this.base = base;
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
        return switch (call(form)) {
            case Reply.Ok ok -> new LaunchOutcome.Launched(ok.first("instanceId"), request.zone());
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
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/"))
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            Map<String, String> values = values(response.body());
            return response.statusCode() == 200
                    ? new Reply.Ok(values)
                    : new Reply.Error(
                            values.getOrDefault("Code", "HTTP " + response.statusCode()),
                            values.getOrDefault("Message", ""));
        } catch (IOException | XMLStreamException e) {
            return new Reply.None(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.None("interrupted");
        }
    }

    /** The first text of every element name; the two answers read here name nothing twice that matters. */
    private static Map<String, String> values(String xml) throws XMLStreamException {
        Map<String, String> values = new LinkedHashMap<>();
        XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(xml));
        String element = "";
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> element = reader.getLocalName();
                case XMLStreamReader.CHARACTERS -> {
                    if (!reader.isWhiteSpace()) {
                        values.putIfAbsent(element, reader.getText());
                    }
                }
                default -> {}
            }
        }
        return values;
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private sealed interface Reply {
        record Ok(Map<String, String> values) implements Reply {
            String first(String element) {
                return values.getOrDefault(element, "");
            }
        }

        record Error(String code, String message) implements Reply {}

        record None(String reason) implements Reply {}
    }
}
