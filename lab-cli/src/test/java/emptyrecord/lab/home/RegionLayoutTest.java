package emptyrecord.lab.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RegionLayoutTest {

    @Test
    void anUnknownServiceIsAnsweredWithTheOnesThereAre() {
        assertThatThrownBy(() -> RegionLayout.named("dwfn", RegionLayout.FIRST.services()))
                .hasMessageContaining("did you mean 'dwfm'?");
    }

    @Test
    void noTwoServicesWantTheSamePort() {
        assertThat(RegionLayout.FIRST.services().stream().map(ServiceSpec::port))
                .doesNotHaveDuplicates();
        assertThat(RegionLayout.FIRST.services().stream().flatMap(s -> s.otherPorts().stream()))
                .doesNotHaveDuplicates();
    }
}
