package emptyrecord.e2e.kill;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** EC2's query protocol, as a customer's client speaks it; nothing is retried, so that each outcome is known. */
final class Ec2 {

    /** Longer than a launch waits: two deadlines of the placement, 3.4 s at speed 60. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final URI endpoint;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** What came of a request: it worked, EC2 refused it, or nobody knows. */
    sealed interface Outcome {
        record Done(XmlNode answer) implements Outcome {}

        record Refused(String code, String message) implements Outcome {}

        record Unknown(String reason) implements Outcome {}
    }

    /** An instance as EC2 describes it. */
    record Described(String id, String state, String token) {}

    Ec2(URI endpoint) {
        this.endpoint = endpoint;
    }

    Outcome run(String token, int count) {
        return call(Map.of(
                "Action",
                "RunInstances",
                "ImageId",
                "ami-0000000000000lab",
                "InstanceType",
                "m7i.large",
                "MinCount",
                "" + count,
                "MaxCount",
                "" + count,
                "ClientToken",
                token));
    }

    /** @param action with ids and nothing else, for example {@code StopInstances} */
    Outcome order(String action, String id) {
        return call(Map.of("Action", action, "InstanceId.1", id));
    }

    /** All instances, page by page; empty if one page does not come. */
    Optional<List<Described>> describeAll() {
        List<Described> all = new ArrayList<>();
        String next = "";
        do {
            Map<String, String> form = new LinkedHashMap<>(Map.of("Action", "DescribeInstances", "MaxResults", "500"));
            if (!next.isEmpty()) {
                form.put("NextToken", next);
            }
            if (!(call(form) instanceof Outcome.Done page)) {
                return Optional.empty();
            }
            all.addAll(described(page.answer()));
            next = page.answer().value("nextToken").orElse("");
        } while (!next.isEmpty());
        return Optional.of(all);
    }

    /** Empty if there is no answer, or EC2 does not know one of them. */
    Outcome describe(List<String> ids) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("Action", "DescribeInstances"));
        for (String id : ids) {
            form.put("InstanceId." + form.size(), id);
        }
        return call(form);
    }

    static List<Described> described(XmlNode answer) {
        return answer.all("instancesSet").stream()
                .flatMap(set -> set.children().stream())
                .map(i -> new Described(
                        i.value("instanceId").orElse(""),
                        i.child("instanceState").flatMap(s -> s.value("name")).orElse(""),
                        i.value("clientToken").orElse("")))
                .toList();
    }

    private Outcome call(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "Version=2016-11-15&", ""));
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            XmlNode answer = XmlReader.tree(response.body(), XmlBounds.ANSWER);
            return response.statusCode() == 200
                    ? new Outcome.Done(answer)
                    : new Outcome.Refused(
                            answer.first("Code").orElse("HTTP " + response.statusCode()),
                            answer.first("Message").orElse(""));
        } catch (IOException | XmlException e) {
            return new Outcome.Unknown(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unknown("interrupted");
        }
    }
}
