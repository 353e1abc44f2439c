package emptyrecord.dwfm.web.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of a request, and the digest of equal requests. */
class Ec2BoundsTest {

    @Test
    void valuesAndNamesAreBounded() {
        refused(Ec2Error.INVALID_PARAMETER_VALUE, () -> Ec2Bounds.form(Map.of("ImageId", "x".repeat(257))));
        refused(Ec2Error.INVALID_PARAMETER_VALUE, () -> Ec2Bounds.form(Map.of("x".repeat(129), "")));
        refused(Ec2Error.INVALID_PARAMETER_VALUE, () -> Ec2Bounds.form(Map.of("UserData", "x".repeat(21_849))));
        assertThat(Ec2Bounds.form(Map.of("UserData", "x".repeat(21_848), "ImageId", "x".repeat(256)))
                        .required("ImageId"))
                .hasSize(256);
    }

    @Test
    void errorRepeatsNoLongValue() {
        assertThatThrownBy(() -> Ec2Bounds.token("x".repeat(60_000)))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(250));
    }

    @Test
    void tokenHasSixtyFourAsciiCharacters() {
        assertThat(Ec2Bounds.token("x".repeat(64))).hasSize(64);
        refused(Ec2Error.INVALID_PARAMETER_VALUE, () -> Ec2Bounds.token("x".repeat(65)));
        refused(Ec2Error.INVALID_PARAMETER_VALUE, () -> Ec2Bounds.token("tökén"));
    }

    @Test
    void tagsAreBounded() {
        refused(Ec2Error.TAG_LIMIT_EXCEEDED, () -> tagged(51, "k", "v").tags());
        refused(
                Ec2Error.INVALID_PARAMETER_VALUE,
                () -> tagged(1, "x".repeat(128), "").tags());
        refused(Ec2Error.INVALID_PARAMETER_VALUE, () -> tagged(1, "aws:", "").tags());
        refused(
                Ec2Error.INVALID_PARAMETER_VALUE,
                () -> tagged(1, "k", "v".repeat(257)).tags());
        Map<String, String> twice = new TreeMap<>(tagged(2, "k", "").values());
        twice.put("TagSpecification.1.Tag.2.Key", "k1");
        refused(Ec2Error.INVALID_PARAMETER_VALUE, () -> new Ec2Form(twice).tags());
        assertThat(tagged(50, "k", "v").tags()).hasSize(50);
    }

    @Test
    void filtersAreBounded() {
        Map<String, String> many = new TreeMap<>();
        for (int i = 1; i <= 51; i++) {
            many.put("Filter." + i + ".Name", "tag:" + i);
            many.put("Filter." + i + ".Value.1", "x");
        }
        refused(Ec2Error.FILTER_LIMIT_EXCEEDED, () -> new Ec2Form(many).filters());
        Map<String, String> values = new TreeMap<>(Map.of("Filter.1.Name", "instance-id"));
        for (int i = 1; i <= 201; i++) {
            values.put("Filter.1.Value." + i, "x" + i);
        }
        refused(Ec2Error.FILTER_LIMIT_EXCEEDED, () -> new Ec2Form(values).filters());
    }

    @Test
    void idsAreWellFormedAndBounded() {
        Map<String, String> ids = new TreeMap<>();
        for (int i = 1; i <= 1001; i++) {
            ids.put("InstanceId." + i, "i-%017x".formatted(i));
        }
        refused(Ec2Error.INVALID_PARAMETER_VALUE, () -> new Ec2Form(ids).ids());
        refused(Ec2Error.INVALID_INSTANCE_ID_MALFORMED, () -> new Ec2Form(Map.of("InstanceId.1", "ma1")).ids());
        assertThat(new Ec2Form(Map.of("InstanceId.1", "i-0123abcd", "InstanceId.2", "i-0123abcd")).ids())
                .containsExactly("i-0123abcd");
    }

    @Test
    void fingerprintIsOfEverythingThatIsWished() {
        Map<String, String> first = Map.of("ImageId", "a", "MaxCount", "1", "ClientToken", "t", "Version", "v");
        String print = new Ec2Form(first).fingerprint();
        assertThat(new Ec2Form(Map.of("ImageId", "a", "MaxCount", "1", "ClientToken", "u")).fingerprint())
                .isEqualTo(print);
        assertThat(new Ec2Form(Map.of("ImageId", "a", "MaxCount", "2")).fingerprint())
                .isNotEqualTo(print);
        assertThat(new Ec2Form(Map.of("ImageId", "a", "MaxCount", "1", "KeyName", "k")).fingerprint())
                .as("also of what is not kept")
                .isNotEqualTo(print);
        assertThat(new Ec2Form(Map.of("ImageId", "a1:8:MaxCount=1:1")).fingerprint())
                .isNotEqualTo(print);
    }

    @ParameterizedTest
    @CsvSource({
        "web-*,web-blue,true",
        "web-????,web-blue,true",
        "web,web-blue,false",
        "WEB-*,web-blue,false",
        "*blue,web-blue,true",
        "*,'',true",
        "?,'',false",
        "a*b*c,aXbYbZc,true",
        "a*b*c,aXbYbZ,false",
        "\\*,*,true",
        "\\*,x,false",
        "a\\?,a?,true",
        "a\\,a\\,true",
        "'','',true",
        "**a**,bab,true"
    })
    void wildcards(String pattern, String text, boolean matches) {
        assertThat(new Wildcard(pattern).matches(text)).isEqualTo(matches);
    }

    private static Ec2Form tagged(int count, String key, String value) {
        Map<String, String> form = new TreeMap<>(Map.of("TagSpecification.1.ResourceType", "instance"));
        for (int i = 1; i <= count; i++) {
            form.put("TagSpecification.1.Tag." + i + ".Key", key + i);
            form.put("TagSpecification.1.Tag." + i + ".Value", value);
        }
        return new Ec2Form(form);
    }

    private static void refused(Ec2Error error, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Ec2Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }
}
