package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.core.lease.DropletId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One launch for each client token. */
class ClientTokensTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final LaunchSpec.ClientToken TOKEN = new LaunchSpec.ClientToken("once", "web x 2");

    private final AtomicInteger launches = new AtomicInteger();
    private final InstanceStore store = new MemoryTable().open();
    private final ClientTokens tokens = new ClientTokens(store);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void repeatedTokenGetsTheFirstAnswer() {
        List<Instance> first = tokens.once(TOKEN, launching(TOKEN));
        assertThat(tokens.once(TOKEN, launching(TOKEN))).isEqualTo(first);
        assertThat(launches).hasValue(1);
    }

    @Test
    void callsWithoutATokenAreAllLaunches() {
        tokens.once(LaunchSpec.ClientToken.NONE, launching(LaunchSpec.ClientToken.NONE));
        tokens.once(LaunchSpec.ClientToken.NONE, launching(LaunchSpec.ClientToken.NONE));
        assertThat(launches).hasValue(2);
    }

    @Test
    void sameTokenForSomethingElseIsAMismatch() {
        tokens.once(TOKEN, launching(TOKEN));
        LaunchSpec.ClientToken other = new LaunchSpec.ClientToken("once", "database x 1");
        refused(other, Ec2Error.MISMATCH);
    }

    @Test
    void failedLaunchIsNoAnswer() {
        assertThatThrownBy(() -> tokens.once(TOKEN, () -> {
                    throw new Ec2Exception(Ec2Error.INTERNAL_ERROR, "not now");
                }))
                .hasMessage("not now");
        assertThat(tokens.once(TOKEN, launching(TOKEN))).hasSize(2);
    }

    @Test
    void answerIsGoneOnceAnInstanceOfItIs() {
        Instance one = tokens.once(TOKEN, launching(TOKEN)).getFirst();
        store.change(one.id(), i -> Order.TERMINATE.orderedBy(Instance.Cause.USER, i, NOW));
        refused(TOKEN, Ec2Error.IDEMPOTENT_TERMINATED);
        assertThat(launches).as("and nothing is launched in its place").hasValue(1);
    }

    private void refused(LaunchSpec.ClientToken token, Ec2Error error) {
        assertThatThrownBy(() -> tokens.once(token, launching(token)))
                .isInstanceOfSatisfying(
                        Ec2Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    private Supplier<List<Instance>> launching(LaunchSpec.ClientToken token) {
        DropletId droplet = new DropletId(1, 2);
        LaunchSpec spec = new LaunchSpec(2, 2, "", token, new LaunchSpec.Kind("ami-1", "m7i.large", Map.of()));
        return () -> {
            launches.incrementAndGet();
            return store.add(MemoryTable.on(store, List.of(droplet, droplet)), d -> "us-east-1a", spec, NOW);
        };
    }
}
