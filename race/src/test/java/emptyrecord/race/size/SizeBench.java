package emptyrecord.race.size;

import emptyrecord.enactor.client.Route53Zones;
import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.race.core.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;

/**
 * The DNS half at a size (F32): the planner's and one enactor's real core and the enactor's own HTTP client, against a
 * running fake-route53. {@code bench/size.sh} starts that and prints the rows of docs/benchmarks.md. Waits of the enactor
 * are not slept but added up, in incident time.
 *
 * <p>Arguments: URL of Route 53, its DNS as {@code address:port}, its process id, number of load balancers, incident seconds
 * per second.
 */
final class SizeBench {

    /** Plans until as many trees are in each zone as stay there: clean-ups delete one a pass from then on. */
    private static final int PLANS_TO_FILL = 9;

    private static final int PASSES = 3;
    private static final Duration LOAD_FOR = Duration.ofSeconds(3);
    private static final Duration WARM_FOR = Duration.ofSeconds(1);
    private static final double MILLI = 1e6;

    private final Route53Client route53;
    private final InetSocketAddress dns;
    private final long process;
    private final BenchPlanner planner;
    private final BenchEnactor enactor;

    private SizeBench(URI url, InetSocketAddress dns, long process, int loadBalancers) {
        this.route53 = Route53Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder())
                .endpointOverride(url)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("lab", "lab")))
                .build();
        this.dns = dns;
        this.process = process;
        this.planner = new BenchPlanner(loadBalancers);
        this.enactor = new BenchEnactor(new Route53Zones(route53, new Calls()), this::await);
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 5) {
            throw new IllegalArgumentException("give the URL of Route 53, DNS as address:port, a process id, the number"
                    + " of load balancers and the speed; bench/size.sh does");
        }
        String[] dns = arguments[1].split(":", -1);
        int loadBalancers = Integer.parseInt(arguments[3]);
        SizeBench bench = new SizeBench(
                URI.create(arguments[0]),
                new InetSocketAddress(dns[0], Integer.parseInt(dns[1])),
                Long.parseLong(arguments[2]),
                loadBalancers);
        bench.run(loadBalancers, Double.parseDouble(arguments[4]));
    }

    private void run(int loadBalancers, double speed) throws IOException {
        for (int i = 0; i < PLANS_TO_FILL; i++) {
            enactor.pass(planner.next());
        }
        List<BenchEnactor.Passed> passes = new ArrayList<>();
        List<Double> planned = new ArrayList<>();
        List<Double> serving = new ArrayList<>();
        for (int i = 0; i < PASSES; i++) {
            long begin = System.nanoTime();
            Plan plan = planner.next();
            planned.add((System.nanoTime() - begin) / MILLI);
            double before = OtherProcess.cpuSeconds(process);
            passes.add(enactor.pass(plan));
            serving.add((OtherProcess.cpuSeconds(process) - before) * 1000);
        }
        report(loadBalancers, passes, planned);
        say("CPU of a pass in Route 53, ms", "%.0f", median(serving));
        reportDns(speed);
    }

    private void await(PlanGeneration plan) {
        try (DnsLoad load = new DnsLoad(dns)) {
            load.awaitAddress(Endpoints.REGIONAL, BenchPlanner.prefix(plan.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(int loadBalancers, List<BenchEnactor.Passed> passes, List<Double> planned) {
        BenchEnactor.Passed last = passes.getLast();
        say("load balancers", "%d", loadBalancers);
        say("records in the four zones", "%d", records());
        say("planner's decision, ms", "%.2f", median(planned));
        say("batches that build a tree", "%d", last.builds());
        say("batches that delete a tree", "%d", last.deletes());
        say("API calls of a pass with clean-up", "%d", last.calls());
        say("pass, ms", "%.0f", median(passes, BenchEnactor.Passed::totalMillis));
        say("CPU of a pass in the enactor, ms", "%.0f", median(passes, BenchEnactor.Passed::cpuMillis));
        say("of it building, ms", "%.0f", median(passes, BenchEnactor.Passed::buildMillis));
        say("of it listing, ms", "%.0f", median(passes, BenchEnactor.Passed::listMillis));
        say("of it deleting, ms", "%.0f", median(passes, BenchEnactor.Passed::deleteMillis));
        say("lock to flip of one endpoint, ms", "%.1f", median(passes, BenchEnactor.Passed::toFlipMillis));
        say("flip batch alone, ms", "%.1f", median(passes, BenchEnactor.Passed::flipMillis));
        say("waits of a pass, incident s", "%.0f", median(passes, BenchEnactor.Passed::waitedSeconds));
        say("flip to DNS, ms", "%.0f", median(passes, BenchEnactor.Passed::toDnsMillis));
        say("an enactor's list of one zone, MB", "%.1f", enactor.listMegabytes(planner.latest()));
        say("Route 53 live heap, MB", "%.0f", OtherProcess.liveMegabytes(process));
        say("Route 53 resident, MB", "%.0f", OtherProcess.residentMegabytes(process));
    }

    private void reportDns(double speed) throws IOException {
        String apex = Endpoints.REGIONAL;
        String leaf = planner.leaf();
        try (DnsLoad load = new DnsLoad(dns)) {
            load.answersPerSecond(apex, WARM_FOR);
            load.answersPerSecond(leaf, WARM_FOR);
            say("answers/s, the customers' name", "%.0f", load.answersPerSecond(apex, LOAD_FOR));
            say("answers/s, a leaf", "%.0f", load.answersPerSecond(leaf, LOAD_FOR));
            say("bytes of an answer", "%d", load.answerBytes(apex));
        }
        say("speed", "%.0f", speed);
    }

    private long records() {
        return Endpoints.ALL.names().stream()
                .mapToLong(endpoint -> enactor.trees(endpoint.zone()).stream()
                        .mapToLong(tree -> tree.sets().size())
                        .sum())
                .sum();
    }

    private static double median(List<BenchEnactor.Passed> passes, ToDoubleFunction<BenchEnactor.Passed> of) {
        return median(passes.stream().map(of::applyAsDouble).toList());
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void say(String what, String format, Object value) {
        System.out.println(what + "\t" + String.format(Locale.ROOT, format, value));
    }

    /** A bench that Route 53 refuses measures nothing. */
    private static final class Calls implements Route53Zones.CallCounter {

        @Override
        public void answered() {}

        @Override
        public void refused() {
            throw new IllegalStateException("Route 53 refused a batch; is its route53.zones-bytes-max too small?");
        }

        @Override
        public void silent(String why) {
            throw new IllegalStateException("Route 53 did not answer: " + why);
        }
    }
}
