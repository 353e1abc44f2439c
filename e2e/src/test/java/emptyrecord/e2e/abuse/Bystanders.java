package emptyrecord.e2e.abuse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ordinary clients: one for each service, which asks a second after each answer over the same connection; one that asks
 * DNS, and one that lists DynamoDB's tables. A newcomer gets a 503 while a crowd holds all places; it is retried after
 * its Retry-After of a second, three times in all, as in the SDKs.
 */
final class Bystanders implements AutoCloseable {

    /** Longer than a stall of a busy machine. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int ATTEMPTS = 3;

    private static final int CLIENTS_MAX = 16;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS_MAX);
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    /** @param worstMillis of the received answers @param failures by their words */
    record Seen(int asked, long worstMillis, List<String> failures) {

        Seen and(long millis) {
            return new Seen(asked + 1, Math.max(worstMillis, millis), failures);
        }

        Seen and(String failure) {
            List<String> more = new ArrayList<>(failures);
            more.add(failure);
            return new Seen(asked + 1, worstMillis, more);
        }
    }

    private interface Ask {
        void run() throws IOException, InterruptedException;
    }

    Bystanders(String network) {
        for (Target target : Target.services(network)) {
            every(target.service(), () -> get(target));
        }
        every("DNS", () -> DnsBytes.ask(Target.dns(network), "dynamodb.us-east-1.amazonaws.test", 10_000));
        every("DynamoDB", () -> listTables(Target.dynamo(network)));
    }

    private void every(String who, Ask ask) {
        clients.scheduleWithFixedDelay(() -> note(who, ask), 0, 1, TimeUnit.SECONDS);
    }

    private void note(String who, Ask ask) {
        long begun = System.nanoTime();
        try {
            ask.run();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            seen.compute(who, (w, s) -> (s == null ? new Seen(0, 0, List.of()) : s).and(millis));
        } catch (IOException | RuntimeException e) {
            seen.compute(who, (w, s) -> (s == null ? new Seen(0, 0, List.of()) : s).and(w + ": " + e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void get(Target target) throws IOException, InterruptedException {
        expect200(HttpRequest.newBuilder(URI.create("http://" + target.host() + ":" + target.port() + "/clock")));
    }

    private void listTables(Target target) throws IOException, InterruptedException {
        expect200(HttpRequest.newBuilder(URI.create("http://" + target.host() + ":" + target.port() + "/"))
                .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=lab/20260101/us-east-1/dynamodb/aws4_request")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private void expect200(HttpRequest.Builder request) throws IOException, InterruptedException {
        int status = status(request);
        for (int attempt = 1; attempt < ATTEMPTS && status == 503; attempt++) {
            TimeUnit.SECONDS.sleep(1);
            status = status(request);
        }
        if (status != 200) {
            throw new IOException("status " + status);
        }
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** The observations since the last call. */
    Seen sinceLast() {
        Seen all = new Seen(0, 0, List.of());
        for (String who : seen.keySet()) {
            Seen one = seen.remove(who);
            if (one != null) {
                List<String> failures = new ArrayList<>(all.failures());
                failures.addAll(one.failures());
                all = new Seen(all.asked() + one.asked(), Math.max(all.worstMillis(), one.worstMillis()), failures);
            }
        }
        return all;
    }

    @Override
    public void close() {
        clients.shutdownNow();
        http.shutdownNow();
    }
}
