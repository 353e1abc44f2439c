package emptyrecord.e2e.abuse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Sends a running region inputs that would end a service without limits, and prints the outcomes. Everything goes to
 * loopback, each input once, bounded in count and time. {@code bench/abuse.sh} calls {@link #main}; it needs only a
 * JDK.
 */
public final class Abuse {

    private final String network;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    Abuse(String network) {
        this.network = network;
    }

    /** @param arguments the network's first two bytes, for example 127.0; whole or short; a part of the inputs' names, or nothing */
    public static void main(String[] arguments) {
        String network = arguments.length > 0 ? arguments[0] : "127.0";
        Dose dose = arguments.length > 1 && arguments[1].equals("short") ? Dose.SHORT : Dose.WHOLE;
        String only = arguments.length > 2 ? arguments[2] : "";
        if (!network.startsWith("127.")) {
            throw new IllegalArgumentException("only regions on loopback are abused, not " + network);
        }
        System.out.println(Outcome.HEADING);
        List<Outcome> outcomes = new Abuse(network).run(dose, only, o -> System.out.println(o.row()));
        List<String> failures =
                outcomes.stream().flatMap(o -> o.others().failures().stream()).toList();
        failures.stream().limit(20).forEach(f -> System.out.println("others: " + f));
        long dead = outcomes.stream().filter(o -> !o.alive()).count();
        System.out.printf(
                "%d inputs, %d ended a service, %d requests of others failed%n",
                outcomes.size(), dead, failures.size());
        System.exit(dead == 0 ? 0 : 1);
    }

    List<Outcome> run(Dose dose, String only, Consumer<Outcome> tell) {
        List<Input> inputs = new ArrayList<>(new OwnProtocols(network, dose.holdSeconds()).inputs());
        inputs.addAll(new EveryService(Target.services(network), dose).inputs());
        Map<String, List<Input>> rounds = new LinkedHashMap<>();
        for (Input input : inputs) {
            String whole = input.name() + " " + input.service();
            if (whole.contains(only)) {
                rounds.computeIfAbsent(dose.together() ? input.name() : whole, n -> new ArrayList<>())
                        .add(input);
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        try (Bystanders others = new Bystanders(network)) {
            for (List<Input> round : rounds.values()) {
                List<Outcome> seen = round(round, others);
                seen.forEach(tell);
                outcomes.addAll(seen);
            }
        }
        return outcomes;
    }

    /** The observations of other clients in a round are in its first row. */
    private List<Outcome> round(List<Input> inputs, Bystanders others) {
        others.sinceLast();
        Map<Input, Optional<String>> before = new LinkedHashMap<>();
        inputs.forEach(input -> before.put(input, started(input.service())));
        Map<Input, String> got = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            inputs.forEach(
                    input -> threads.execute(() -> got.put(input, input.send().get())));
        }
        Crowd.pause(1);
        List<Outcome> outcomes = new ArrayList<>();
        for (Input input : inputs) {
            Optional<String> then = before.getOrDefault(input, Optional.empty());
            boolean alive = then.isPresent() && then.equals(started(input.service()));
            Bystanders.Seen seen = outcomes.isEmpty() ? others.sinceLast() : new Bystanders.Seen(0, 0, List.of());
            outcomes.add(new Outcome(input, got.getOrDefault(input, "not sent"), alive, seen));
        }
        return outcomes;
    }

    /** When the process started, according to itself; a new process reports another time. */
    private Optional<String> started(String service) {
        Target target = Target.named(service, network);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + target.host() + ":" + target.port() + "/actuator/prometheus"))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("process_start_time_seconds"))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
