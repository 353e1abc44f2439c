package emptyrecord.customers.client.nlb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.customers.client.ClientProcess;
import emptyrecord.customers.client.dns.Resolvers;
import emptyrecord.customers.core.account.ActionEnd;
import emptyrecord.customers.core.account.Reason;
import emptyrecord.customers.core.account.Result;
import emptyrecord.customers.core.stack.Api;
import emptyrecord.customers.core.stack.Stack;
import emptyrecord.customers.core.stack.Stacks;
import emptyrecord.kit.clock.ManualTime;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.kit.dns.HostEntries;
import emptyrecord.kit.switchboard.Guards;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NlbHostsIT {

    private static final DnsAnswer EMPTY = new DnsAnswer.Empty(Duration.ZERO);

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final AtomicInteger accepted = new AtomicInteger();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile DnsAnswer answer =
            new DnsAnswer.Addresses(List.of(InetAddress.ofLiteral("127.0.0.1")), Duration.ZERO);
    private volatile String says = "OK i-1";
    private final ServerSocket node;

    NlbHostsIT() throws IOException {
        node = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    }

    @BeforeEach
    void listen() {
        Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    Socket customer = node.accept();
                    accepted.incrementAndGet();
                    open.add(customer);
                    Thread.startVirtualThread(() -> serve(customer));
                }
            } catch (IOException e) {
                // The test is over.
            }
        });
    }

    @AfterEach
    void end() throws IOException {
        node.close();
        hangUp();
    }

    private void serve(Socket customer) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(customer.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                customer.getOutputStream().write((says + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // The customer has gone.
        }
    }

    private void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    private ClientProcess process(String name) {
        DnsLookup lookup = asked -> answer;
        Resolvers resolvers =
                new Resolvers(() -> lookup, lookup, time, new HostEntries(), new Guards().declare("none", "none"));
        Stack stack = Stacks.all().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
        NlbHosts.Service service = new NlbHosts.Service("my-app.test", node.getLocalPort(), Duration.ofSeconds(20));
        return new NlbHosts(service, resolvers).host(stack, 7).newProcess();
    }

    private static ActionEnd ask(ClientProcess process) {
        return process.act(Api.REQUEST, 0);
    }

    @Test
    void aShortLivedClientConnectsForEachRequest() {
        try (ClientProcess client = process("nlb-short-lived")) {
            assertThat(ask(client)).isEqualTo(ActionEnd.worked(1, 1));
            assertThat(ask(client)).isEqualTo(ActionEnd.worked(1, 1));
            answer = EMPTY;
            assertThat(ask(client).reason()).isEqualTo(Reason.UNRESOLVED);
            assertThat(accepted).hasValue(2);
        }
    }

    @Test
    void aLongLivedClientNeedsNoNameWhileItsConnectionStands() {
        try (ClientProcess client = process("nlb-long-lived")) {
            assertThat(ask(client)).isEqualTo(ActionEnd.worked(1, 1));
            answer = EMPTY;
            assertThat(ask(client)).isEqualTo(ActionEnd.worked(1, 1));
            assertThat(accepted).hasValue(1);
        }
    }

    @Test
    void aLongLivedClientTriesNothingUntilItsBackOffIsOver() throws IOException {
        try (ClientProcess client = process("nlb-long-lived")) {
            assertThat(ask(client).result()).isEqualTo(Result.WORKED);
            answer = EMPTY;
            hangUp();
            await().until(() -> ask(client).reason() == Reason.UNRESOLVED);
            ActionEnd refused = ask(client);
            assertThat(refused.reason()).isEqualTo(Reason.BACKING_OFF);
            assertThat(refused.result()).isEqualTo(Result.NEVER_TRIED);
            time.pass(Duration.ofSeconds(2));
            answer = new DnsAnswer.Addresses(List.of(InetAddress.ofLiteral("127.0.0.1")), Duration.ZERO);
            assertThat(ask(client).result()).isEqualTo(Result.WORKED);
            assertThat(accepted).hasValue(2);
        }
    }

    @Test
    void anAnswerThatIsNoneIsAFailure() {
        says = "ERROR";
        try (ClientProcess client = process("nlb-short-lived")) {
            assertThat(ask(client).reason()).isEqualTo(Reason.REFUSED_OR_RESET);
            says = "x".repeat(1000);
            assertThat(ask(client).reason()).isEqualTo(Reason.REFUSED_OR_RESET);
        }
    }
}
