package emptyrecord.e2e.abuse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Many connections at once, and their answers, counted. */
final class Crowd {

    /** Connects and requests are bounded in time, whatever the other end does. */
    private static final int SECONDS_MAX = 40;

    private Crowd() {}

    /** Sends the same on so many connections, which then stay open and silent for a while. */
    static String holding(Target target, int connections, byte[] bytes, int seconds) {
        List<Line> open = new ArrayList<>();
        int refused = 0;
        try {
            for (int i = 0; i < connections; i++) {
                try {
                    Line line = new Line(target);
                    open.add(line);
                    line.send(bytes);
                } catch (IOException e) {
                    refused++;
                }
            }
            pause(seconds);
            return "%d held for %d s, %d refused".formatted(connections - refused, seconds, refused);
        } finally {
            open.forEach(Line::close);
        }
    }

    /** Sends each of the requests on a connection of its own, at once, and counts the answers. */
    static String atOnce(Target target, List<byte[]> requests) {
        Map<String, Integer> heard = Collections.synchronizedMap(new TreeMap<>());
        CountDownLatch done = new CountDownLatch(requests.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (byte[] request : requests) {
                threads.submit(() -> {
                    heard.merge(one(target, request), 1, Integer::sum);
                    done.countDown();
                });
            }
            done.await(SECONDS_MAX, TimeUnit.SECONDS);
            threads.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return counted(heard);
    }

    /** An answer may arrive before all is sent, and the other end may then stop reading. */
    static String one(Target target, byte[] request) {
        try (Line line = new Line(target)) {
            try {
                line.send(request);
            } catch (IOException stopped) {
                // What it said before it stopped is read below.
            }
            return line.heard();
        } catch (IOException e) {
            return "refused";
        }
    }

    static String counted(Map<String, Integer> heard) {
        return heard.entrySet().stream()
                .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " ×" + e.getValue())
                .collect(Collectors.joining(", "));
    }

    static void pause(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
