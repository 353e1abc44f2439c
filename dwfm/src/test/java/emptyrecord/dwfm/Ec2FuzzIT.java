package emptyrecord.dwfm;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.Ec2Forms.Form;
import emptyrecord.kit.testkit.fuzz.FuzzRun;
import emptyrecord.kit.testkit.fuzz.HeapWatch;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/**
 * Forms by a seed against EC2's face ({@code bench/fuzz.sh ec2}). Each error is EC2's XML with a code and a reason; a server
 * error is one that EC2 documents; a refused launch leaves no instance.
 */
class Ec2FuzzIT extends RunningDwfm {

    private static final int FORMS = 1_000;

    /** API reference, "Server error codes". */
    private static final Set<String> SERVER_ERRORS =
            Set.of("InsufficientInstanceCapacity", "InternalError", "RequestLimitExceeded", "Unavailable");

    private final Set<String> ids = new HashSet<>();
    private List<String> known = List.of();

    @Test
    void everyBadFormIsRefusedInEc2sXmlAndLaunchesNothing() throws Exception {
        awaitLeases(18);
        known = instances();
        ids.addAll(known);
        List<String> some = List.copyOf(known);
        HeapWatch heap = new HeapWatch();
        FuzzRun.of("ec2", FORMS)
                .beside(() ->
                        assertThat(post("Action=DescribeAvailabilityZones")).contains("us-east-1a"))
                .each(chance -> Ec2Forms.form(chance, some), this::outcome);
        heap.assertBounded();
        assertThat(state().get("leasesHeld").asInt()).isPositive();
    }

    /** Spring's own answer would be a problem detail, which no EC2 client reads. */
    @Test
    void aBodyOfAnotherTypeGetsEc2sErrorAndLaunchesNothing() throws Exception {
        awaitLeases(1);
        ids.addAll(instances());
        String run = "Action=RunInstances&ImageId=ami-1&MinCount=1&MaxCount=1";
        for (String type : List.of("text/plain", "application/json", "multipart/form-data; boundary=x", "x")) {
            HttpResponse<String> answer = send(new Form(type, run.getBytes(StandardCharsets.US_ASCII)));
            assertThat(answer.statusCode()).as(type).isEqualTo(400);
            assertThat(error(answer, xml(answer))).as(type).isEqualTo("InvalidRequest");
            assertThat(ids).containsAll(instances());
        }
    }

    private String outcome(Form form) throws Exception {
        HttpResponse<String> answer = send(form);
        Document xml = xml(answer);
        boolean refused = answer.statusCode() != 200;
        String code = refused ? error(answer, xml) : "ok";
        if (form.launches()) {
            known = instances();
            if (refused) {
                assertThat(ids).as("instances after a refused launch: %s", code).containsAll(known);
            }
            ids.addAll(known);
        }
        return code;
    }

    private HttpResponse<String> send(Form form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + "/"))
                .header("Content-Type", form.type())
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.body()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Document xml(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(answer.body())
                .startsWith("text/xml");
        DocumentBuilder parser = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        return parser.parse(new InputSource(new StringReader(answer.body())));
    }

    /** @return the error's code */
    private static String error(HttpResponse<String> answer, Document xml) {
        assertThat(xml.getDocumentElement().getTagName()).isEqualTo("Response");
        String code = text(xml, "Code");
        assertThat(code).matches("[A-Za-z.]+");
        assertThat(text(xml, "Message")).isNotBlank();
        if (answer.statusCode() >= 500) {
            assertThat(code).as(answer.body()).isIn(SERVER_ERRORS);
            assertThat(answer.body())
                    .as("a launch may be late, but nothing breaks")
                    .doesNotContain("defect");
        }
        return code;
    }

    private static String text(Document xml, String element) {
        assertThat(xml.getElementsByTagName(element).getLength()).as(element).isEqualTo(1);
        return xml.getElementsByTagName(element).item(0).getTextContent();
    }

    private List<String> instances() throws Exception {
        return idsIn(post("Action=DescribeInstances"));
    }
}
