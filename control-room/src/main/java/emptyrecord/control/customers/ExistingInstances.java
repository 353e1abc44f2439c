package emptyrecord.control.customers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The customers' running instances that EC2 already has: those of a customer before us, or of an earlier process. */
public final class ExistingInstances {

    private static final Pattern ID = Pattern.compile("<instanceId>(i-[0-9a-z-]+)</instanceId>");

    private static final String QUERY = "Action=DescribeInstances&Version=2016-11-15&MaxResults=1000"
            + "&Filter.1.Name=tag%3Alab%3Aclass&Filter.1.Value.1=customer"
            + "&Filter.2.Name=instance-state-name&Filter.2.Value.1=running";

    private ExistingInstances() {}

    /** Up to 1000 ids; none when EC2 does not answer. */
    public static List<String> ask(URI ec2, Duration timeout) {
        HttpRequest request = HttpRequest.newBuilder(ec2.resolve("/"))
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(QUERY))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return ID.matcher(body)
                    .results()
                    .map((MatchResult m) -> m.group(1))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
