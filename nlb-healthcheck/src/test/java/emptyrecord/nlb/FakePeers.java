package emptyrecord.nlb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** EC2, Network Manager and Route 53 in one small HTTP server. */
final class FakePeers implements AutoCloseable {

    private static final Pattern VALUE = Pattern.compile("<Value>([^<]*)</Value>");

    final AtomicInteger launches = new AtomicInteger();
    final List<String> launchForms = new CopyOnWriteArrayList<>();
    final List<Set<String>> published = new CopyOnWriteArrayList<>();
    final Set<String> terminated = ConcurrentHashMap.newKeySet();
    final Set<String> inTwoZones = ConcurrentHashMap.newKeySet();
    final AtomicInteger networkManagerAsked = new AtomicInteger();
    volatile boolean networkManagerFails;
    volatile boolean ec2Refuses;
    volatile boolean route53Refuses;
    private final HttpServer server;

    FakePeers() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Set<String> lastPublished() {
        return published.isEmpty() ? Set.of() : published.getLast();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.startsWith("/instances/")) {
            networkManager(exchange, path.substring("/instances/".length()));
        } else if (path.contains("/rrset")) {
            route53(exchange, body);
        } else {
            ec2(exchange, body);
        }
    }

    private void networkManager(HttpExchange exchange, String instance) throws IOException {
        if (networkManagerFails) {
            answer(exchange, 500, "application/json", "{}");
        } else {
            String third = inTwoZones.contains(instance) ? "" : ",\"us-east-1c\"";
            answer(exchange, 200, "application/json", "{\"propagated\":[\"us-east-1a\",\"us-east-1b\"" + third + "]}");
        }
        networkManagerAsked.incrementAndGet();
    }

    private void route53(HttpExchange exchange, String body) throws IOException {
        if (route53Refuses) {
            answer(
                    exchange,
                    400,
                    "text/xml",
                    "<ErrorResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><Error><Type>Sender</Type>"
                            + "<Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>");
            return;
        }
        Set<String> values = new TreeSet<>();
        VALUE.matcher(body).results().forEach(m -> values.add(m.group(1)));
        published.add(values);
        answer(
                exchange,
                200,
                "text/xml",
                "<ChangeResourceRecordSetsResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><ChangeInfo>"
                        + "<Id>/change/C1</Id><Status>PENDING</Status><SubmittedAt>2025-10-20T00:00:00Z</SubmittedAt>"
                        + "</ChangeInfo></ChangeResourceRecordSetsResponse>");
    }

    private void ec2(HttpExchange exchange, String form) throws IOException {
        if (ec2Refuses) {
            answer(
                    exchange,
                    500,
                    "text/xml",
                    "<Response><Errors><Error><Code>InsufficientInstanceCapacity</Code><Message>none</Message></Error>"
                            + "</Errors></Response>");
        } else if (form.contains("Action=RunInstances")) {
            launchForms.add(form);
            answer(
                    exchange,
                    200,
                    "text/xml",
                    "<RunInstancesResponse><instancesSet><item><instanceId>i-" + launches.incrementAndGet()
                            + "</instanceId></item></instancesSet></RunInstancesResponse>");
        } else {
            terminated.add(form.substring(form.lastIndexOf('=') + 1));
            answer(exchange, 200, "text/xml", "<TerminateInstancesResponse/>");
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
