package emptyrecord.customers;

import static org.awaitility.Awaitility.await;

import emptyrecord.dynamo.DynamoApplication;
import emptyrecord.route53.Route53Application;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The name and the service that clients depend on: fake-route53 and fake-dynamo as processes on free ports. */
final class Region implements AutoCloseable {

    static final String NAME = "dynamodb.us-east-1.amazonaws.test";
    private static final String RECORD = "<ResourceRecordSet><Name>" + NAME + "</Name><Type>A</Type><TTL>60</TTL>"
            + "<ResourceRecords><ResourceRecord><Value>127.0.0.1</Value></ResourceRecord></ResourceRecords>"
            + "</ResourceRecordSet>";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path folder;
    private final int api = freePort();
    private final int dns = freePort();
    private final int dynamo = freePort();
    private final List<Process> processes = new ArrayList<>();

    /** @param speed of the incident clock of both */
    Region(Path folder, double speed) {
        this.folder = folder;
        start(
                Route53Application.class,
                speed,
                "--server.port=" + api,
                "--route53.dns.port=" + dns,
                "--route53.propagation=0s");
        start(
                DynamoApplication.class,
                speed,
                "--server.port=" + freePort(),
                "--dynamo.durability=process",
                "--dynamo.load-balancers[0].name=lb-1a",
                "--dynamo.load-balancers[0].zone=us-east-1a",
                "--dynamo.load-balancers[0].address=127.0.0.1",
                "--dynamo.load-balancers[0].port=" + dynamo);
        awaitUp(api);
        awaitUp(dynamo);
        change("CREATE");
    }

    private void start(Class<?> application, double speed, String... arguments) {
        String name = application.getSimpleName();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx96m",
                "-cp",
                home(application) + File.pathSeparator + System.getProperty("java.class.path"),
                application.getName(),
                "--lab.speed=" + speed,
                "--lab.data-dir=" + folder.resolve(name)));
        command.addAll(List.of(arguments));
        try {
            processes.add(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(name + ".log").toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its own settings come before ours, which have the same file name. */
    private static String home(Class<?> application) {
        try {
            return Path.of(application
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitUp(int port) {
        await().until(() -> {
            Process dead =
                    processes.stream().filter(p -> !p.isAlive()).findFirst().orElse(null);
            if (dead != null) {
                throw new IllegalStateException("a process of the region ended: " + logs());
            }
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
    }

    private String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path log : files.filter(f -> f.toString().endsWith(".log")).toList()) {
                all.append(Files.readString(log));
            }
        }
        return all.toString();
    }

    /** The name answers with nothing (F38). */
    void empty() {
        change("DELETE");
    }

    void restore() {
        change("CREATE");
    }

    private void change(String action) {
        String batch = "<ChangeResourceRecordSetsRequest xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\">"
                + "<ChangeBatch><Changes><Change><Action>" + action + "</Action>" + RECORD
                + "</Change></Changes></ChangeBatch></ChangeResourceRecordSetsRequest>";
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + api + "/2013-04-01/hostedzone/Z01REGIONAL/rrset"))
                            .timeout(Duration.ofSeconds(20))
                            .POST(HttpRequest.BodyPublishers.ofString(batch))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String dnsServer() {
        return "127.0.0.1:" + dns;
    }

    String dynamoUrl() {
        return "http://" + NAME + ":" + dynamo;
    }

    static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(p -> p.onExit().join());
    }
}
