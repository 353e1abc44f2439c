package emptyrecord.dynamo.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Clients that ask one server the same kind of question for a while, each on its own connection.
 *
 * @param rate requests a second of all clients together; 0: as many as they can
 */
record Load(Work work, int clients, int rate, double seconds) {

    private static final double SECOND = 1e9;

    /**
     * What was measured.
     *
     * @param rate answered requests a second
     * @param median of the latency in milliseconds, likewise {@code p99}
     * @param cpuMicros of the server for each request
     */
    record Measured(double rate, double median, double p99, double cpuMicros) {}

    /** @throws IllegalStateException if an answer was not 200; the message shows it */
    Measured run(Target target) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(clients);
        CountDownLatch counted = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            LongSupplier cpu = Usage.cpuFromNow(target.process());
            long start = System.nanoTime();
            List<Future<long[]>> each = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int seed = client;
                each.add(threads.submit(client(target, seed, start, () -> {
                    done.countDown();
                    counted.await();
                    return true;
                })));
            }
            done.await();
            double elapsed = (System.nanoTime() - start) / SECOND;
            // before the connections close, because a thread that ended is not in the process table
            long used = cpu.getAsLong();
            counted.countDown();
            return measured(each, elapsed, used);
        }
    }

    private Callable<long[]> client(Target target, int seed, long start, Callable<Boolean> end) {
        return () -> {
            try (Wire wire = new Wire(target.address())) {
                try {
                    return ask(wire, seed, start);
                } finally {
                    end.call();
                }
            }
        };
    }

    private long[] ask(Wire wire, int seed, long start) throws IOException {
        Random random = new Random(seed);
        long[] latencies = new long[1024];
        long period = rate == 0 ? 0 : (long) (SECOND * clients / rate);
        long next = start + (long) (period * random.nextDouble());
        int count = 0;
        while (System.nanoTime() - start < seconds * SECOND) {
            while (period > 0 && System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            next += period;
            String body = work.body(random);
            long asked = System.nanoTime();
            Wire.Answer answer = wire.call(work.operation(), body);
            if (answer.status() != 200) {
                throw new IllegalStateException(work + " was answered " + answer);
            }
            latencies = count == latencies.length ? Arrays.copyOf(latencies, 2 * count) : latencies;
            latencies[count++] = System.nanoTime() - asked;
        }
        return Arrays.copyOf(latencies, count);
    }

    private static Measured measured(List<Future<long[]>> clients, double elapsed, long used)
            throws InterruptedException {
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> client : clients) {
            try {
                all.add(client.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(String.valueOf(e.getMessage()), e);
            }
        }
        long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Measured(
                sorted.length / elapsed,
                sorted[sorted.length / 2] / 1e6,
                sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e6,
                used / 1e3 / sorted.length);
    }
}
