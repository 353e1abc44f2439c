package emptyrecord.control.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayRequestTest {

    private static final RunDefaults REGION = new RunDefaults(7, Set.of("nm.coalesce", "dns.fence"));

    @Test
    void whatIsNotSaidIsTheRegions() {
        ReplayRequest.Wanted wanted = new ReplayRequest(null, null, null, null, null).wanted(REGION);

        assertThat(wanted.seed()).isEqualTo(7);
        assertThat(wanted.guards()).containsExactly("dns.fence", "nm.coalesce");
    }

    @Test
    void noGuardsAreAWishToo() {
        assertThat(new ReplayRequest(3L, List.of(), null, null, null)
                        .wanted(REGION)
                        .guards())
                .isEmpty();
    }
}
