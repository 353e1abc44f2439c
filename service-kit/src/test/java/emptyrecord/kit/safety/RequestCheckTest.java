package emptyrecord.kit.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.kit.safety.RequestCheck.Asked;
import emptyrecord.kit.safety.RequestCheck.Headers;
import emptyrecord.kit.safety.RequestCheck.Refusal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCheckTest {

    private static final String SECRET = "correct-horse-battery";
    private static final OpenPaths OPEN = OpenPaths.of("/2013-04-01/**", "/");

    private final RequestCheck free = new RequestCheck(Optional.empty(), OPEN, Set.of("lab.example.org"));
    private final RequestCheck guarded = new RequestCheck(Optional.of(new FacilitatorToken(SECRET)), OPEN, Set.of());

    private static Headers headers(String host, String origin, String site, String authorization) {
        return new Headers(some(host), some(origin), some(site), some(authorization));
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    private static Asked put(String path, Headers headers) {
        return new Asked("PUT", path, headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:7000",
                "127.0.0.1",
                "[::1]:7000",
                "10.91.1.53:7001",
                "localhost:7000",
                "LOCALHOST",
                "fake-route53:7001",
                "team-3.localhost:7000",
                "dynamodb.us-east-1.amazonaws.test:8000",
                "lab.example.org:443",
                ""
            })
    void theRegionIsAskedUnderItsOwnNames(String host) {
        assertThat(free.check(new Asked("GET", "/", headers(host, "", "", "")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebind.example.com:7000", "evil.test.com", "127.0.0.1.nip.io:7000", "xlab.example.org"})
    void aNameThatAStrangerCanPointAtThisMachineIsTurnedAway(String host) {
        assertThat(free.check(new Asked("GET", "/chaos", headers(host, "", "", ""))))
                .hasValue(Refusal.FOREIGN_HOST);
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example.com, cross-site",
        "http://127.0.0.1:3000, same-site",
        "https://evil.example.com, ''",
        "null, ''",
        "'', cross-site",
        "http://%, ''"
    })
    void anotherPageMayNotChangeAnything(String origin, String site) {
        Headers foreign = headers("127.0.0.1:7000", origin, site, "Bearer " + SECRET);
        assertThat(free.check(put("/chaos/x", foreign))).hasValue(Refusal.FOREIGN_PAGE);
        assertThat(guarded.check(new Asked("POST", "/2013-04-01/hostedzone/Z/rrset", foreign)))
                .as("nor through a foreign protocol")
                .hasValue(Refusal.FOREIGN_PAGE);
        assertThat(free.check(new Asked("GET", "/chaos", foreign)))
                .as("reading")
                .isEmpty();
    }

    @Test
    void theRegionsOwnPageAndCurlMayChangeThings() {
        assertThat(free.check(put("/chaos/x", headers("127.0.0.1:7000", "http://127.0.0.1:7000", "same-origin", ""))))
                .isEmpty();
        assertThat(free.check(put("/chaos/x", headers("127.0.0.1:7000", "", "", ""))))
                .isEmpty();
    }

    @Test
    void withATokenWhoChangesStateHasToKnowIt() {
        assertThat(guarded.check(put("/chaos/x", headers("", "", "", "")))).hasValue(Refusal.NO_TOKEN);
        assertThat(guarded.check(put("/chaos/x", headers("", "", "", "Basic abc"))))
                .hasValue(Refusal.NO_TOKEN);
        assertThat(guarded.check(put("/chaos/x", headers("", "", "", "Bearer " + SECRET + "x"))))
                .hasValue(Refusal.WRONG_TOKEN);
        assertThat(guarded.check(put("/chaos/x", headers("", "", "", "bearer " + SECRET))))
                .isEmpty();
        assertThat(guarded.check(new Asked("DELETE", "/chaos/x", headers("", "", "", ""))))
                .hasValue(Refusal.NO_TOKEN);
        assertThat(guarded.check(new Asked("GET", "/state", headers("", "", "", ""))))
                .isEmpty();
    }

    @Test
    void foreignProtocolsNeedNoTokenAndNothingHidesBehindThem() {
        Headers none = headers("", "", "", "");
        assertThat(guarded.check(new Asked("POST", "/2013-04-01/hostedzone/Z/rrset", none)))
                .isEmpty();
        assertThat(guarded.check(new Asked("POST", "/", none))).isEmpty();
        assertThat(guarded.check(new Asked("POST", "/2013-04-01", none))).hasValue(Refusal.NO_TOKEN);
        assertThat(guarded.check(new Asked("POST", "/chaos", none))).hasValue(Refusal.NO_TOKEN);
    }

    @Test
    void aTokenIsLongEnoughAndNeverShown() {
        assertThatThrownBy(() -> new FacilitatorToken("short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 8")
                .hasMessageNotContaining("short");
        assertThat(new FacilitatorToken(SECRET).toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chaos", "/chaos/lb-down", "/events"})
    void whatNamesFaultsIsReadWithTheTokenOnly(String path) {
        assertThat(guarded.check(new Asked("GET", path, headers("127.0.0.1", "", "", ""))))
                .hasValue(Refusal.NO_TOKEN);
        assertThat(guarded.check(new Asked("GET", path, headers("127.0.0.1", "", "", "Bearer " + SECRET))))
                .isEmpty();
        assertThat(free.check(new Asked("GET", path, headers("127.0.0.1", "", "", ""))))
                .as("no token, no secret")
                .isEmpty();
    }
}
