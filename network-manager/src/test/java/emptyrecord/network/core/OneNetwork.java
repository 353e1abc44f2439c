package emptyrecord.network.core;

import java.time.Instant;
import java.util.Optional;

/** A network with the night's rules and their remedies, and the words of its tests. */
abstract class OneNetwork {

    static final Instant START = Simulation.START;
    static final InstanceId ONE = new InstanceId("i-00000001");
    static final InstanceId TWO = new InstanceId("i-00000002");

    final Remedies remedies = new Remedies();
    final Network network = new Network(remedies.exact(), START);

    static Report launch(InstanceId id, Az az) {
        return new Report(id, Optional.of(az), Change.LAUNCHED, 1);
    }

    static Report end(InstanceId id) {
        return new Report(id, Optional.empty(), Change.TERMINATED, 1);
    }

    static Verdict report(Network to, Report report, Instant at) {
        Verdict verdict = to.judge(report, at);
        if (verdict instanceof Verdict.Fresh fresh) {
            to.apply(fresh.change());
        }
        return verdict;
    }

    Verdict report(Report report, Instant at) {
        return report(network, report, at);
    }

    boolean reaches(InstanceId target, Az from) {
        return network.reaches(new Call(target, from, Optional.empty()));
    }

    static Instant after(double seconds) {
        return START.plusNanos(Math.round(seconds * 1e9));
    }
}
