package emptyrecord.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.testkit.ShippedHeaps;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** The service as a process with the heap and the options that it is shipped with, while somebody wants to end it. */
class ShippedHeapIT {

    private static final String CUT_OFF = "cut off";
    private static final String ZONE = "Z01REGIONAL";
    private static final String APEX = "dynamodb.us-east-1.amazonaws.test.";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private int httpPort;
    private int dnsPort;
    private Process service;

    @BeforeEach
    void start() throws IOException {
        httpPort = free();
        dnsPort = free();
        service = launch();
        await().atMost(Duration.ofSeconds(120)).ignoreExceptions().until(() -> {
            assertThat(service.isAlive()).as(log()).isTrue();
            return ask(false);
        });
    }

    private static int free() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + ShippedHeaps.megabytes("fake-route53") + "m");
        Path options = Path.of("../lab-cli/src/main/dist/jvm.options");
        Files.readAllLines(options).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Route53Application.class.getName(),
                "--server.port=" + httpPort,
                "--route53.dns.port=" + dnsPort,
                "--lab.data-dir=" + folder.resolve("data")));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    @AfterEach
    void stop() {
        service.destroyForcibly().onExit().join();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private boolean ask(boolean tcp) throws IOException {
        SimpleResolver client = new SimpleResolver("127.0.0.1");
        client.setPort(dnsPort);
        client.setTCP(tcp);
        client.setTimeout(TIMEOUT);
        Message answer =
                client.send(Message.newQuery(Record.newRecord(Name.fromConstantString(APEX), Type.NS, DClass.IN)));
        return !answer.getSection(Section.ANSWER).isEmpty();
    }

    private String post(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + httpPort + "/2013-04-01/hostedzone/" + ZONE + "/rrset/"))
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /** A body that is slow to come may be cut off for the sake of others. */
    private String postOrCutOff(String body) throws InterruptedException {
        try {
            return post(body);
        } catch (IOException e) {
            return CUT_OFF;
        }
    }

    private static String batch(String changes) {
        return "<ChangeResourceRecordSetsRequest xmlns='https://route53.amazonaws.com/doc/2013-04-01/'><ChangeBatch><Changes>"
                + changes + "</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>";
    }

    private static String create(String name, String type, String value) {
        return "<Change><Action>CREATE</Action><ResourceRecordSet><Name>" + name + "</Name><Type>" + type
                + "</Type><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>" + value
                + "</Value></ResourceRecord></ResourceRecords></ResourceRecordSet></Change>";
    }

    private static List<String> expensive() {
        return List.of(
                "<a>" + "<b/>".repeat(480_000) + "</a>",
                "<a"
                        + IntStream.range(0, 90_000)
                                .mapToObj(i -> " xmlns:n" + i + "='u'")
                                .collect(Collectors.joining())
                        + "/>",
                batch("<Change>" + "<Name/>".repeat(250_000)),
                batch(create("x." + APEX, "A", "10.0.0.1").repeat(8000)));
    }

    @Test
    void expensiveBatchesTogetherEndNothingAndDnsGoesOn() throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                expensive().forEach(body -> calls.add(() -> postOrCutOff(body)));
            }
            List<Future<String>> answers = calls.stream().map(senders::submit).toList();
            while (answers.stream().anyMatch(answer -> !answer.isDone())) {
                assertThat(ask(false)).isTrue();
                assertThat(ask(true)).isTrue();
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get())
                        .containsAnyOf(
                                "<Code>InvalidInput</Code>",
                                "<Code>InvalidChangeBatch</Code>",
                                "<Code>ServiceUnavailable</Code>",
                                CUT_OFF);
            }
        }
        assertThat(service.isAlive()).as(log()).isTrue();
    }

    /** Half a message of the greatest length on more connections than there are places. */
    @Test
    void halfMessagesOnManyConnectionsEndNothing() throws Exception {
        byte[] half = new byte[60_000];
        half[0] = (byte) 0xFF;
        half[1] = (byte) 0xFF;
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            Socket socket = new Socket("127.0.0.1", dnsPort);
            open.add(socket);
            try {
                socket.getOutputStream().write(half);
            } catch (IOException refused) {
                // one too many at this moment
            }
        }
        await().ignoreExceptions().until(() -> ask(true) && ask(false));
        for (Socket socket : open) {
            socket.close();
        }
        assertThat(service.isAlive()).as(log()).isTrue();
    }

    /** The longest pages, asked for on many connections at once by clients that do not read, while a patient one reads all. */
    @Test
    void longPagesThatNobodyReadsEndNothing() throws Exception {
        String values = IntStream.range(100, 200)
                .mapToObj(i ->
                        "<ResourceRecord><Value>&quot;" + i + "&amp;".repeat(250) + "&quot;</Value></ResourceRecord>")
                .collect(Collectors.joining());
        int batches = 0;
        String answer = "";
        while (!answer.contains("route53.zones-bytes-max")) {
            String set = create("n" + batches++ + "." + APEX, "TXT", "&quot;x&quot;")
                    .replace("</ResourceRecords>", values + "</ResourceRecords>");
            answer = post(batch(set));
            assertThat(answer).containsAnyOf("ChangeInfo", "route53.zones-bytes-max");
        }
        List<Socket> deaf = new ArrayList<>();
        String ask = "GET /2013-04-01/hostedzone/" + ZONE + "/rrset?maxitems=300 HTTP/1.1\r\nHost: x\r\n\r\n";
        for (int i = 0; i < 40; i++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("127.0.0.1", httpPort));
            socket.getOutputStream().write(ask.repeat(10).getBytes(StandardCharsets.US_ASCII));
            deaf.add(socket);
        }
        assertThat(list("")).as("while they hold the room").containsAnyOf("MaxItems", "<Code>Throttling</Code>");
        assertThat(ask(true)).isTrue();
        for (Socket socket : deaf) {
            socket.close();
        }
        int seen = 0;
        String next = "";
        while (seen < batches - 1) {
            String from = next;
            String page =
                    await().atMost(TIMEOUT).ignoreExceptions().until(() -> list(from), p -> p.contains("MaxItems"));
            seen += page.split("<Name>n", -1).length - 1;
            next = "&type=TXT&name=" + between(page, "<NextRecordName>", "</NextRecordName>");
            assertThat(page.contains("<IsTruncated>true")).isEqualTo(seen < batches - 1);
        }
        assertThat(service.isAlive()).as(log()).isTrue();
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, Math.max(from, text.indexOf(end)));
    }

    private String list(String from) throws IOException, InterruptedException {
        URI uri = URI.create(
                "http://127.0.0.1:" + httpPort + "/2013-04-01/hostedzone/" + ZONE + "/rrset?maxitems=300" + from);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    /** Zones are refused more before the heap is full, and a start reads what they hold. */
    @Test
    void zonesThatAreFilledEndNothingAndAreReadAtTheNextStart() throws Exception {
        String text = "&quot;" + "t".repeat(250) + "&quot;";
        String answer = "";
        int batches = 0;
        while (!answer.contains("route53.zones-bytes-max")) {
            int number = batches++;
            answer = post(batch(IntStream.range(0, 100)
                    .mapToObj(i -> create("n" + number + "-" + i + "." + APEX, "TXT", text))
                    .collect(Collectors.joining())));
            assertThat(answer).containsAnyOf("ChangeInfo", "route53.zones-bytes-max");
        }
        assertThat(batches).isGreaterThan(20);
        assertThat(ask(true)).isTrue();
        service.destroyForcibly().onExit().join();
        start();
        assertThat(post(batch(create("n0-0." + APEX, "TXT", text)))).contains("but it already exists");
    }
}
