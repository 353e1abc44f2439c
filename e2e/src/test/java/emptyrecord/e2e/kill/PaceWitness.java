package emptyrecord.e2e.kill;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the reads of the lease table by DynamoDB's own counters, and finds a second in which there are more than DWFM
 * promises. Reads of single rows count too, so a host that reads row by row is found.
 */
final class PaceWitness {

    /** DWFM's pages of a read-back, for all hosts together (dwfm/README.md, "The lease table"). */
    static final double PAGES_PER_SECOND = 50;

    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final Pattern REQUESTS =
            Pattern.compile("(?m)^dynamo_requests_total\\{[^}]*operation=\"(\\w+)\"[^}]*} ([0-9.eE+]+)$");

    private final Findings findings;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final DoubleAccumulator most = new DoubleAccumulator(Math::max, 0);
    private final DoubleAccumulator mostOfAll = new DoubleAccumulator(Math::max, 0);

    /**
     * DynamoDB's counters at a time.
     *
     * @param reads GetItem and BatchGetItem since DynamoDB started
     * @param all requests, but the witness's own Scan
     */
    record Sample(Instant at, double reads, double all) {}

    PaceWitness(Findings findings) {
        this.findings = findings;
    }

    void look(Service dynamo) {
        try {
            take(parse(Instant.now(), dynamo.get("/actuator/prometheus").body()));
        } catch (IOException e) {
            samples.clear();
        }
    }

    static Sample parse(Instant at, String metrics) {
        double reads = 0;
        double all = 0;
        Matcher line = REQUESTS.matcher(metrics);
        while (line.find()) {
            double count = Double.parseDouble(line.group(2));
            reads += line.group(1).endsWith("GetItem") ? count : 0;
            all += line.group(1).equals("Scan") ? 0 : count;
        }
        return new Sample(at, reads, all);
    }

    /** Compares with the newest sample that is at least a second older. */
    void take(Sample now) {
        if (!samples.isEmpty() && now.all() < samples.getLast().all()) {
            samples.clear();
        }
        while (samples.size() > 1 && !second(samples).at().plus(WINDOW).isAfter(now.at())) {
            samples.removeFirst();
        }
        Sample before = samples.peekFirst();
        samples.addLast(now);
        if (before != null && !before.at().plus(WINDOW).isAfter(now.at())) {
            judge(before, now);
        }
    }

    private static Sample second(Deque<Sample> samples) {
        return samples.stream().skip(1).findFirst().orElseThrow();
    }

    private void judge(Sample before, Sample now) {
        double seconds = Duration.between(before.at(), now.at()).toNanos() / 1e9;
        double reads = now.reads() - before.reads();
        most.accumulate(reads / seconds);
        mostOfAll.accumulate((now.all() - before.all()) / seconds);
        findings.count("seconds of DynamoDB's counters judged");
        if (reads > PAGES_PER_SECOND * seconds + Ec2Region.HOSTS.size()) {
            findings.violated("the lease table was read " + reads + " times in " + seconds + " s");
        }
    }

    /** Reads in the busiest second. */
    double most() {
        return most.get();
    }

    /** All calls in the busiest second. */
    double mostOfAll() {
        return mostOfAll.get();
    }
}
