package emptyrecord.dwfm.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.dwfm.FakePeers;
import emptyrecord.dwfm.core.lease.ConnectionRule;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.InstanceTable.Change;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.dwfm.instances.Order;
import emptyrecord.dwfm.instances.TableException;
import emptyrecord.dwfm.instances.TableException.Effect;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.trace.Tracing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** Tables of instances on one double of DynamoDB, for tests. */
abstract class InstanceTableOverHttp {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final int MANY = 250;

    final FakePeers peers;
    boolean empty;

    InstanceTableOverHttp() throws IOException {
        peers = new FakePeers();
    }

    @AfterEach
    void close() {
        peers.close();
    }

    static List<Change> many() {
        return IntStream.rangeClosed(1, MANY)
                .<Change>mapToObj(InstanceTableOverHttp::put)
                .toList();
    }

    static void fails(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Effect effect, String why) {
        assertThatThrownBy(call)
                .hasMessageContaining(why)
                .isInstanceOfSatisfying(
                        TableException.class, e -> assertThat(e.effect()).isEqualTo(effect));
    }

    static Change.Put put(int number) {
        Instance instance = new Instance(
                number,
                "i-%08x".formatted(number),
                new DropletId(1, 2),
                "us-east-1a",
                Instance.State.RUNNING,
                new LaunchSpec.Kind("ami-1", "m7i.large", Map.of("Name", "web")),
                new Instance.Launch("r-" + number, new LaunchSpec.ClientToken("t" + number, "f"), 1, 0, NOW),
                new Instance.Life(1, NOW, 1, Order.NONE, Instance.Cause.NONE, null));
        return new Change.Put(instance, 0);
    }

    DynamoInstanceTable open() {
        DynamoInstanceTable.Access access = new DynamoInstanceTable.Access(
                new DynamoClients(URI.create("http://dynamodb.test:" + peers.port()), Tracing.OFF),
                new HostResolver(name -> address(), "dynamodb.test"),
                new ConnectionRule(2, Duration.ofNanos(1), Duration.ofNanos(1)),
                new SplittableRandom(1));
        DynamoInstanceTable table = new DynamoInstanceTable(
                "ec2-instances", access, new IncidentClock(InstantSource.system(), Instant.now(), 60));
        await().ignoreExceptions().until(() -> table.versions() != null);
        return table;
    }

    private DnsAnswer address() {
        return empty
                ? new DnsAnswer.Empty(Duration.ZERO)
                : new DnsAnswer.Addresses(List.of(InetAddress.getLoopbackAddress()), Duration.ofMinutes(1));
    }
}
