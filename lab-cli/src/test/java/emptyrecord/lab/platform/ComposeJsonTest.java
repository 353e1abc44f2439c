package emptyrecord.lab.platform;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.lab.failure.LabException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeJsonTest {

    @Test
    void aContainerWithoutPortsOrWithPartsOfANewerComposeIsRead() {
        assertThat(ComposeJson.containers(
                        List.of("{\"Service\":\"dwfm\",\"Publishers\":null,\"Labels\":{\"a\":1}}", " ")))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.service()).isEqualTo("dwfm");
                    assertThat(c.id()).isEmpty();
                    assertThat(c.exit()).isZero();
                    assertThat(c.publishers()).isEmpty();
                });
    }

    @Test
    void aPortIsPublishedOnTheLoopbackAddressUnlessItSaysOtherwise() {
        ComposeJson.Config config = ComposeJson.config(List.of("""
                {"name":"empty-record","services":{"edge":{"ports":[
                  {"target":7000,"published":"7000"},{"host_ip":"127.0.0.5","target":53,"published":5353},{"target":1}]},
                 "dwfm":{"image":"x"}}}
                """));
        assertThat(requireNonNull(config.services().get("edge")).ports())
                .extracting(p -> p.host() + ":" + p.published())
                .containsExactly("127.0.0.1:7000", "127.0.0.5:5353", "127.0.0.1:");
        assertThat(requireNonNull(config.services().get("dwfm")).ports()).isEmpty();
        assertThat(ComposeJson.config(List.of("{}")).services()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WARN[0000] the attribute version is obsolete", "{", "[{\"Publishers\":7}]"})
    void whatIsNoJsonOfComposeIsSaid(String line) {
        assertThatThrownBy(() -> ComposeJson.containers(List.of(line)))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("docker compose");
    }
}
