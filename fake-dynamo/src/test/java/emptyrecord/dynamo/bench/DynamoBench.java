package emptyrecord.dynamo.bench;

import emptyrecord.dynamo.bench.Load.Measured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * The same work on several servers of DynamoDB's protocol, in turn, round by round; {@code bench/dynamo.sh} starts them.
 * It prints a Markdown table: medians of the rounds, and of each round's ratio to the first server.
 *
 * <p>Arguments: seconds of one measurement, rounds, requests a second of the steady load, and then the servers as
 * {@code name=port,process}.
 */
final class DynamoBench {

    private static final int MANY = 32;
    private static final int STEADY_CLIENTS = 8;
    private static final double WARM_SECONDS = 3;
    private static final int TABLE_TRIES = 100;
    private static final long TABLE_NANOS = 100_000_000;

    private final double seconds;
    private final int rounds;
    private final List<Target> targets;

    private DynamoBench(double seconds, int rounds, List<Target> targets) {
        this.seconds = seconds;
        this.rounds = rounds;
        this.targets = targets;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 4) {
            throw new IllegalArgumentException(
                    "give seconds, rounds, a rate and the servers as name=port,process; bench/dynamo.sh does");
        }
        List<Target> targets =
                Arrays.stream(arguments).skip(3).map(Target::parse).toList();
        DynamoBench bench = new DynamoBench(Double.parseDouble(arguments[0]), Integer.parseInt(arguments[1]), targets);
        bench.run(Integer.parseInt(arguments[2]));
    }

    private void run(int rate) throws IOException, InterruptedException {
        for (Target target : targets) {
            prepare(target);
        }
        System.out.println(
                "| work | clients | server | requests/s | p50, ms | p99, ms | CPU a request, µs | requests/s of "
                        + targets.getFirst().name() + " beside it | CPU of it beside it |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (Work work : Work.values()) {
            compare(new Load(work, 1, 0, seconds), "1");
            compare(new Load(work, MANY, 0, seconds), "" + MANY);
        }
        compare(new Load(Work.UPDATE, STEADY_CLIENTS, rate, 2 * seconds), STEADY_CLIENTS + " at " + rate + "/s");
        System.out.println();
        System.out.println("| server | resident, MB |");
        System.out.println("| --- | --- |");
        for (Target target : targets) {
            System.out.printf("| %s | %d |%n", target.name(), Usage.residentBytes(target.process()) >> 20);
        }
    }

    /** The table with all items, and every kind of request often enough that it is compiled. */
    private static void prepare(Target target) throws IOException, InterruptedException {
        try (Wire wire = new Wire(target.address())) {
            expect(wire.call("CreateTable", Work.definition()));
            String describe = "{\"TableName\":\"" + Work.TABLE + "\"}";
            for (int tries = 0;
                    !wire.call("DescribeTable", describe).body().contains("\"TableStatus\":\"ACTIVE\"");
                    tries++) {
                if (tries > TABLE_TRIES) {
                    throw new IllegalStateException(target.name() + " does not make its table");
                }
                LockSupport.parkNanos(TABLE_NANOS);
            }
            for (int item = 0; item < Work.ITEMS; item++) {
                expect(wire.call(Work.PUT.operation(), Work.put(item, 1)));
            }
        }
        for (Work work : works(target)) {
            new Load(work, MANY, 0, WARM_SECONDS).run(target);
        }
    }

    private static void expect(Wire.Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException("answered " + answer);
        }
    }

    /** The kinds of work that a server knows. */
    private static Set<Work> works(Target target) throws IOException {
        EnumSet<Work> known = EnumSet.allOf(Work.class);
        try (Wire wire = new Wire(target.address())) {
            String body = Work.TRANSACT.body(new Random(1));
            if (wire.call(Work.TRANSACT.operation(), body).body().contains("UnknownOperation")) {
                known.remove(Work.TRANSACT);
            }
        }
        return known;
    }

    private void compare(Load load, String clients) throws IOException, InterruptedException {
        List<Target> able = new ArrayList<>();
        for (Target target : targets) {
            if (works(target).contains(load.work())) {
                able.add(target);
            }
        }
        List<List<Measured>> all = new ArrayList<>();
        able.forEach(target -> all.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < able.size(); turn++) {
                // another one begins each round
                int at = (turn + round) % able.size();
                all.get(at).add(load.run(able.get(at)));
            }
        }
        for (int at = 0; at < able.size(); at++) {
            print(load, clients, able.get(at).name(), all.getFirst(), all.get(at));
        }
    }

    private static void print(Load load, String clients, String name, List<Measured> first, List<Measured> own) {
        List<Double> faster = new ArrayList<>();
        List<Double> dearer = new ArrayList<>();
        for (int round = 0; round < own.size(); round++) {
            faster.add(first.get(round).rate() / own.get(round).rate());
            dearer.add(first.get(round).cpuMicros() / own.get(round).cpuMicros());
        }
        System.out.printf(
                "| %s | %s | %s | %.0f | %.2f | %.2f | %.0f | %s | %s |%n",
                load.work(),
                clients,
                name,
                median(own.stream().map(Measured::rate).toList()),
                median(own.stream().map(Measured::median).toList()),
                median(own.stream().map(Measured::p99).toList()),
                median(own.stream().map(Measured::cpuMicros).toList()),
                spread(faster),
                spread(dearer));
    }

    private static String spread(List<Double> values) {
        return "%.2f (%.2f–%.2f)".formatted(median(values), Collections.min(values), Collections.max(values));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
