package emptyrecord.route53.web;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.testkit.fuzz.FuzzRun;
import emptyrecord.kit.testkit.fuzz.HeapWatch;
import emptyrecord.route53.Route53Application;
import emptyrecord.route53.web.Route53Requests.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Requests by a seed against the control API ({@code bench/fuzz.sh route53}). A body that is no XML, or has a document type,
 * is refused in Route 53's own XML; a refused batch changes nothing; no entity is fetched; no answer is a 5xx.
 */
class Route53FuzzIT {

    private static final int REQUESTS = 1_200;

    @TempDir
    private static Path folder = Path.of("unset");

    private static ConfigurableApplicationContext service;
    private static URI endpoint;
    private static ServerSocket trap;
    private static final AtomicBoolean fetched = new AtomicBoolean();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final DocumentBuilderFactory PARSERS = strict();
    private String zone = "";

    @BeforeAll
    static void start() throws IOException {
        trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try {
                trap.accept();
                fetched.set(true);
            } catch (IOException closed) {
                // at the end of the test
            }
        });
        service = new SpringApplicationBuilder(Route53Application.class)
                .run("--server.port=0", "--route53.dns.port=0", "--lab.data-dir=" + folder);
        endpoint = URI.create("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
        trap.close();
        HTTP.close();
    }

    @Test
    void everyBadRequestIsRefusedInRoute53sXmlAndChangesNothing() throws Exception {
        HeapWatch heap = new HeapWatch();
        zone = records();
        FuzzRun.of("route53", REQUESTS)
                .beside(() -> assertThat(get("/2013-04-01/hostedzonecount").statusCode())
                        .isEqualTo(200))
                .each(chance -> Route53Requests.request(chance, trap.getLocalPort()), this::outcome);
        heap.assertBounded();
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
    }

    /** Tomcat cannot read this parameter; a problem detail would be no answer that a client of Route 53 reads. */
    @Test
    void aQueryThatCannotBeDecodedGetsRoute53sError() throws Exception {
        for (String path : List.of("hostedzone?marker=%c0%af", "healthcheck?marker=%ff", "none/at/all?a=%ff")) {
            HttpResponse<String> answer = get("/2013-04-01/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(error(answer)).as(path).isIn("InvalidInput", "InvalidAction");
        }
    }

    private String outcome(Request request) throws Exception {
        HttpResponse<String> answer = send(request);
        assertThat(answer.body()).as("a file of the machine").doesNotContain("root:x:");
        assertThat(fetched).as("an external entity was fetched").isFalse();
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        boolean refused = answer.statusCode() >= 400;
        if (request.body().length > 0 && !isDocument(request.body())) {
            assertThat(refused).as("no XML document, but %s", answer.body()).isTrue();
        }
        String code = refused ? error(answer) : Integer.toString(answer.statusCode());
        if (request.isBatch()) {
            String now = records();
            if (refused) {
                assertThat(now).as("the zone after a refused batch").isEqualTo(zone);
            }
            zone = now;
        }
        return code;
    }

    /** @return the error's code */
    private static String error(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(answer.body())
                .startsWith("text/xml");
        Document error = parser().parse(new InputSource(new StringReader(answer.body())));
        assertThat(error.getDocumentElement().getTagName()).isEqualTo("ErrorResponse");
        assertThat(text(error, "Message")).isNotBlank();
        assertThat(text(error, "RequestId")).isNotBlank();
        assertThat(text(error, "Code")).matches("[A-Za-z0-9]+");
        return text(error, "Code");
    }

    private static String text(Document document, String element) {
        assertThat(document.getElementsByTagName(element).getLength())
                .as(element)
                .isEqualTo(1);
        return document.getElementsByTagName(element).item(0).getTextContent();
    }

    /** Without a document type, as UTF-8, by the JDK's other parser. */
    private static boolean isDocument(byte[] body) throws IOException {
        try {
            InputSource source = new InputSource(new ByteArrayInputStream(body));
            source.setEncoding("UTF-8");
            parser().parse(source);
            return true;
        } catch (SAXException | IOException e) {
            return false;
        }
    }

    private static DocumentBuilderFactory strict() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new one each time: it keeps its buffers, which have the size of the longest document. */
    private static DocumentBuilder parser() {
        try {
            DocumentBuilder builder = PARSERS.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String records() throws Exception {
        return get("/2013-04-01/hostedzone/" + Route53Requests.ZONE + "/rrset").body();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(new Request("GET", path, new byte[0]));
    }

    private static HttpResponse<String> send(Request request) throws Exception {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri(request.path()))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        return HTTP.send(builder.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What a URI cannot hold is sent as an escape of an escape. */
    private static URI uri(String path) {
        try {
            return URI.create(endpoint + path);
        } catch (IllegalArgumentException e) {
            return URI.create(endpoint + path.replace("%", "%25"));
        }
    }
}
