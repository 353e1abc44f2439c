package emptyrecord.nlb.core;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The addresses that the load balancer's name shall answer with. With failover on, these are the nodes whose verdict is
 * healthy, in the zones that are not withdrawn. With failover off, or with checks that are not believed, they are every
 * living node that has ever passed: the set no longer follows the verdicts (F19). An empty answer is never requested;
 * the last one stays.
 */
final class DnsAnswer {

    private final CheckingContext context;
    private final Remedies remedies;
    private final ZoneFailover failover;
    private final Trust trust;
    private SortedSet<String> wanted = new TreeSet<>();

    DnsAnswer(CheckingContext context, Remedies remedies, ZoneFailover failover, Trust trust) {
        this.context = context;
        this.remedies = remedies;
        this.failover = failover;
        this.trust = trust;
    }

    /** Requests a new answer if it differs from the last requested one. */
    void follow(List<NodeState> nodes) {
        SortedSet<String> now = addresses(nodes);
        if (!now.isEmpty() && !now.equals(wanted)) {
            wanted = now;
            context.emit(new Effect.Publish(now));
        }
    }

    boolean contains(NodeState node) {
        return wanted.contains(node.spec().address());
    }

    private SortedSet<String> addresses(List<NodeState> nodes) {
        boolean byVerdict = failover.on() && trust.believes(nodes);
        SortedSet<String> found = new TreeSet<>();
        for (NodeState node : nodes) {
            if (byVerdict ? verdictSays(node) : node.alive() && node.everPassed()) {
                found.add(node.spec().address());
            }
        }
        if (failover.on() && !byVerdict && nodes.stream().anyMatch(n -> n.everPassed() && !verdictSays(n))) {
            remedies.belief().acted();
        }
        return found;
    }

    private boolean verdictSays(NodeState node) {
        return node.healthy() && failover.answersWith(node.spec().zone());
    }
}
