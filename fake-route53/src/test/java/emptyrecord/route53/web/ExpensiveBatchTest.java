package emptyrecord.route53.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that cost much more than they are worth are left before they are read to their end. */
class ExpensiveBatchTest {

    private static final ChangeLimits LIMITS = new ChangeLimits(1000, 32_000, 2 << 20);

    /** Far less than the bodies have, far more than the parser reads ahead. */
    private static final int READ_MAX = 300_000;

    private static final String NAMESPACE = "https://route53.amazonaws.com/doc/2013-04-01/";

    /** A body, and what Route 53 says to it. */
    private record Bad(String what, String body, Route53Error.Code code, String message) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Bad> bodies() {
        String spaces = IntStream.range(0, 90_000)
                .mapToObj(i -> " xmlns:a" + i + "='u'")
                .collect(Collectors.joining());
        return Stream.of(
                invalid("unknown children", "<a>" + "<b/>".repeat(480_000) + "</a>", "no element a"),
                invalid("children of the root", request("<Change/>".repeat(200_000)), "expected ChangeBatch"),
                invalid("children of the batch", request("<ChangeBatch>" + "<x/>".repeat(400_000)), "no element x"),
                invalid(
                        "namespaces on one tag",
                        "<ChangeResourceRecordSetsRequest" + spaces + "/>",
                        "a tag and the text"),
                invalid("attributes on one tag", request("<ChangeBatch" + spaces.replace("xmlns:", "") + "/>"), ""),
                invalid(
                        "namespaces on many tags",
                        request(IntStream.range(0, 20_000)
                                .mapToObj(i -> "<ChangeBatch xmlns:a" + i + "='u" + i + "'/>")
                                .collect(Collectors.joining())),
                        "more than 32 attributes and namespaces"),
                invalid("depth", request("<ChangeBatch>".repeat(100_000)), "expected Comment, found ChangeBatch"),
                invalid("depth in a change", batch("<Change>".repeat(100_000)), "nested deeper than 16"),
                invalid("a long name", "<" + "n".repeat(1_900_000) + "/>", "Invalid XML"),
                invalid("a long comment", "<!--" + "c".repeat(1_900_000) + "-->", "a tag and the text"),
                invalid(
                        "a document type",
                        "<!DOCTYPE x [" + "<!ENTITY e 'x'>".repeat(10_000) + "]><x/>",
                        "document type"),
                invalid("instructions before the root", instructions(200_000), "processing instruction"),
                invalid("instructions in the batch", request("<ChangeBatch>" + instructions(200_000)), "instruction"),
                invalid("instructions in a change", batch("<Change>" + instructions(200_000)), "instruction"),
                invalid("instructions at the end", whole() + instructions(200_000), "processing instruction"),
                invalid("entities", batch("<Change><Name>" + "&a;".repeat(300_000)), ""),
                refused(
                        "empty record sets",
                        batch(change("<TTL>1</TTL><ResourceRecords></ResourceRecords>")
                                .repeat(9000)),
                        "Number of records limit of 1000 exceeded."),
                refused(
                        "many changes",
                        batch(change(values(1)).repeat(6000)),
                        "Number of records limit of 1000 exceeded."),
                refused("many values", batch(change(values(40_000))), "Number of records limit of 1000 exceeded."),
                refused(
                        "elements that say nothing",
                        batch("<Change>" + "<Name/>".repeat(200_000)),
                        "Number of records limit of 1000 exceeded."),
                refused(
                        "a long text in pieces",
                        batch("<Change>" + ("x".repeat(50_000) + "<Name/>").repeat(38)),
                        "RDATA character limit of 32000 exceeded."));
    }

    private static Bad invalid(String what, String body, String message) {
        return new Bad(what, body, Route53Error.Code.InvalidInput, message);
    }

    private static Bad refused(String what, String body, String message) {
        return new Bad(what, body, Route53Error.Code.InvalidChangeBatch, message);
    }

    private static String request(String inside) {
        return "<ChangeResourceRecordSetsRequest xmlns='" + NAMESPACE + "'>" + inside;
    }

    private static String batch(String changes) {
        return request("<ChangeBatch><Changes>" + changes);
    }

    private static String change(String inside) {
        return "<Change><Action>CREATE</Action><ResourceRecordSet><Name>x.test</Name><Type>A</Type>" + inside
                + "</ResourceRecordSet></Change>";
    }

    private static String instructions(int count) {
        return IntStream.range(0, count).mapToObj(i -> "<?i" + i + "?>").collect(Collectors.joining());
    }

    private static String whole() {
        return batch(change(values(1))) + "</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>";
    }

    private static String values(int count) {
        return "<TTL>1</TTL><ResourceRecords>"
                + "<ResourceRecord><Value>10.0.0.1</Value></ResourceRecord>".repeat(count) + "</ResourceRecords>";
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isRefusedBeforeItIsRead(Bad bad) {
        byte[] bytes = bad.body().getBytes(StandardCharsets.UTF_8);
        ByteArrayInputStream body = new ByteArrayInputStream(bytes);

        Route53Error error = catchThrowableOfType(Route53Error.class, () -> ChangeBatchReader.read(body, LIMITS));

        assertThat(error.code()).isEqualTo(bad.code());
        assertThat(error.text()).contains(bad.message()).hasSizeLessThan(1000);
        assertThat(bytes.length - body.available()).isLessThan(READ_MAX);
    }

    @Test
    void theLargestBatchThatRoute53TakesIsRead() {
        String name = ("n".repeat(63) + ".").repeat(3) + "n".repeat(50) + ".test";
        String one = change("<SetIdentifier>" + "s".repeat(128) + "</SetIdentifier><Weight>1</Weight>" + values(1))
                .replace("x.test", name);
        String body = batch(one.repeat(1000)) + "</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>";

        assertThat(ChangeBatchReader.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), LIMITS)
                        .changes())
                .hasSize(1000);
        assertThat(body.length()).isLessThan(LIMITS.requestBytesMax());
    }
}
