package emptyrecord.droplets.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How droplets, holders and instances are written. */
class FormsTest {

    @ParameterizedTest
    @CsvSource({"droplet-2-017,2,17", "droplet-64-9999,64,9999", "droplet-1-000,1,0"})
    void aDropletIsReadAsItIsWritten(String text, int host, int slot) {
        assertThat(DropletId.parse(text)).isEqualTo(new DropletId(host, slot)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dwfm-1/17",
                "droplet-0-000",
                "droplet-1-17",
                "droplet-1-0017",
                "droplet-1-017 ",
                "",
                "droplet-1--01"
            })
    void anythingElseIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> DropletId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("droplet-2-017");
    }

    @Test
    void aLongTextIsNotRepeatedInFull() {
        assertThatThrownBy(() -> DropletId.parse("x".repeat(10_000))).message().hasSizeLessThan(300);
        assertThatThrownBy(() -> new InstanceId("x".repeat(10_000))).message().hasSizeLessThan(300);
    }

    @Test
    void aHolderHasANameAndAnEpoch() {
        assertThat(new Claim("dwfm-1", 1)).hasToString("dwfm-1 with epoch 1");
        assertThatThrownBy(() -> new Claim("", 1)).hasMessageContaining("holder.name");
        assertThatThrownBy(() -> new Claim("d".repeat(64), 1)).hasMessageContaining("63");
        assertThatThrownBy(() -> new Claim("dwfm-1", 0)).hasMessageContaining("1 or more, not 0");
    }

    @Test
    void aDropletThatIsNotThereIsToldWhichAre() {
        Fleet fleet = new Fleet(new FleetShape(2, 3, 1));
        assertThat(fleet.droplets()).hasSize(6);
        assertThatThrownBy(() -> fleet.find(new DropletId(2, 3)))
                .isInstanceOf(UnknownDropletException.class)
                .hasMessageContaining("droplet-1-000 to droplet-2-002");
    }
}
