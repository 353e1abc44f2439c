package emptyrecord.dwfm.web.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.DwfmSettings;
import emptyrecord.kit.testkit.HeapContent;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The heap that clients can fill is the amount that the heap budget counts for it. */
class HeapContentTest {

    /** An instance with its ids, its entries in the store's maps and its news for the Network Manager; without text. */
    private static final long INSTANCE_BYTES = 700;

    /** A character that is not Latin-1. */
    private static final long CHARACTER_BYTES = 2;

    @Test
    void instancesAndAnswersAreCounted() {
        DwfmSettings shipped =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("dwfm", DwfmSettings.class);
        long stored = INSTANCE_BYTES * shipped.instancesMax()
                + CHARACTER_BYTES * shipped.instanceTextMax().toBytes()
                + Ec2Controller.ANSWERS_BYTES_MAX;
        assertThat(stored).isLessThanOrEqualTo(HeapContent.of("dwfm").storedBytes());
    }
}
