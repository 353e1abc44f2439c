package emptyrecord.dwfm.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** How a starting host reads the lease table back: in pages, at the pace of the process. */
class LeasePagesTest {

    private static final String TABLE = "droplet-leases";
    private static final List<DropletId> DROPLETS =
            IntStream.range(0, 62).mapToObj(slot -> new DropletId(2, slot)).toList();

    private final List<Integer> pages = new ArrayList<>();
    private int leftOut;
    private int most = Integer.MAX_VALUE;

    private List<LeaseRecord> read() {
        return new LeasePages(new Rows(TABLE), new ReadPace(), this::dynamo).read(DROPLETS);
    }

    /** A table with all rows but that of slot 7, which leaves out what is beyond {@code most}. */
    private BatchGetItemResponse dynamo(BatchGetItemRequest request) {
        List<Map<String, AttributeValue>> keys = keys(request.requestItems());
        pages.add(keys.size());
        int taken = Math.min(keys.size(), most);
        leftOut += keys.size() - taken;
        List<Map<String, AttributeValue>> items = keys.subList(0, taken).stream()
                .filter(key -> !Set.of("droplet-2-007").contains(name(key)))
                .map(LeasePagesTest::row)
                .toList();
        BatchGetItemResponse.Builder answer = BatchGetItemResponse.builder().responses(Map.of(TABLE, items));
        if (taken < keys.size()) {
            answer.unprocessedKeys(Map.of(
                    TABLE,
                    KeysAndAttributes.builder()
                            .keys(keys.subList(taken, keys.size()))
                            .build()));
        }
        return answer.build();
    }

    private static List<Map<String, AttributeValue>> keys(Map<String, KeysAndAttributes> request) {
        return request.values().stream().flatMap(k -> k.keys().stream()).toList();
    }

    private static String name(Map<String, AttributeValue> key) {
        return key.getOrDefault("droplet", AttributeValue.fromS("")).s();
    }

    private static Map<String, AttributeValue> row(Map<String, AttributeValue> key) {
        Map<String, AttributeValue> row = new HashMap<>(key);
        row.put("epoch", AttributeValue.fromN(name(key).substring("droplet-2-".length())));
        return row;
    }

    @Test
    void rowsComeInPagesAndMissingOnesAreLeftOut() {
        List<LeaseRecord> rows = read();
        assertThat(pages).containsExactly(25, 25, 12);
        assertThat(rows)
                .hasSize(61)
                .allMatch(row -> row.epoch() == row.droplet().slot());
    }

    @Test
    void whatDynamoLeavesOutIsAskedForAgain() {
        most = 10;
        assertThat(read()).hasSize(61);
        assertThat(leftOut).isPositive();
        assertThat(pages).containsExactly(25, 15, 5, 25, 15, 5, 12, 2);
    }

    @Test
    void anAnswerWithoutAnyOfTheRestIsNoAnswer() {
        most = 0;
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("without any of the rows");
        assertThat(pages).hasSize(1);
    }

    @Test
    void pagesOfAllHostsShareTheirTurns() {
        AtomicLong time = new AtomicLong();
        ReadPace pace = new ReadPace(time::get);
        List<Duration> waits =
                IntStream.range(0, 100).mapToObj(i -> pace.take()).toList();
        assertThat(waits.getFirst()).isZero();
        assertThat(waits.getLast()).isEqualTo(ReadPace.BETWEEN.multipliedBy(99));

        time.addAndGet(ReadPace.BETWEEN.multipliedBy(150).toNanos());
        assertThat(pace.take()).as("unused turns are not saved up").isZero();
        assertThat(pace.take()).isEqualTo(ReadPace.BETWEEN);
    }
}
