package emptyrecord.kit.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardsTest {

    @Test
    void aGuardIsOffUnlessItIsWantedFromTheStart() {
        Guards guards = new Guards(Set.of("dns.fence", "nm.coalesce"));

        assertThat(guards.declare("dns.fence", "a remedy").on()).isTrue();
        assertThat(guards.declare("dns.slow-lane", "another").on()).isFalse();
        assertThat(guards.find("nm.coalesce")).as("is another service's").isEmpty();
    }
}
