package emptyrecord.enactor.client;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.enactor.core.Batch;
import emptyrecord.enactor.core.RecordSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record set must be read back exactly as written, or a DELETE would never match (F35). */
class RecordSetsTest {

    static Stream<RecordSet> sets() {
        return Stream.of(
                new RecordSet.Address("lb-1a.plan-7.z.test", "127.0.1.10", 60),
                new RecordSet.Address("lb-1a.plan-7.z.test", "::ffff:127.0.1.10", 60),
                new RecordSet.Alias("z.test", RecordSet.AddressType.AAAA, "plan-7.z.test"),
                new RecordSet.WeightedAlias(
                        "plan-7.z.test", RecordSet.AddressType.AAAA, "lb-1a", 100, "lb-1a.plan-7.z.test"),
                new RecordSet.Text("_lock.z.test", "holder=dns-enactor-a until=0", 60),
                new RecordSet.Alias("z.test", "plan-7.z.test"),
                new RecordSet.WeightedAlias("plan-7.z.test", "lb-1a", 100, "lb-1a.plan-7.z.test"));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void thereAndBackIsTheSame(RecordSet set) {
        Batch batch = new Batch("z.test", List.of(new Batch.Change(Batch.Op.UPSERT, set)));
        var sdk = RecordSets.toSdk(batch, "Z1").getFirst();
        assertThat(sdk.actionAsString()).isEqualTo("UPSERT");
        assertThat(RecordSets.fromSdk(sdk.resourceRecordSet())).hasValue(set);
    }
}
