package emptyrecord.route53;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.testkit.HeapContent;
import emptyrecord.route53.zones.Publication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What clients may put into the heap is what the sum of the heaps counts for it. */
class HeapContentTest {

    /** A page is there as XML that grows, and as the copy that is sent. */
    private static final int PAGE_COPIES = 3;

    /** A probe's thread, socket, line and buffer, and the table of a search string. */
    private static final int PROBE_BYTES = 4096;

    @Test
    void zonesWaitingBatchesPagesAndHealthChecksAreCounted() {
        MapConfigurationPropertySource one = new MapConfigurationPropertySource();
        one.put("route53.zones[0].id", "Z01");
        one.put("route53.zones[0].name", "db.test");
        Route53Settings shipped =
                new Binder(one).bind("route53", Route53Settings.class).get();
        long stored = shipped.zonesBytesMax().toBytes()
                + Publication.WAITING_BYTES_MAX
                + PAGE_COPIES * (long) Route53Configuration.PAGES_BYTES_MAX
                + shipped.health().bytesMax().toBytes()
                + PROBE_BYTES * (long) shipped.health().probesMax();
        assertThat(stored).isLessThanOrEqualTo(HeapContent.of("fake-route53").storedBytes());
    }
}
