package emptyrecord.lab.platform;

import emptyrecord.api.client.Resources;
import emptyrecord.lab.client.Http;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.Waiting;
import emptyrecord.lab.home.LabHome;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import emptyrecord.lab.home.TokenFile;
import emptyrecord.lab.machine.ResidentMemory;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The region as processes of this machine, on loopback. */
public final class LocalPlatform implements Platform {

    private static final Duration NAMES_WITHIN = Duration.ofSeconds(180);
    private static final int LINE_ESTIMATE_BYTES = 400;

    private final LabHome home;
    private final Processes processes;
    private final StartupCaches caches;
    private final Http http;
    private final Consumer<String> say;

    public LocalPlatform(LabHome home, Http http, Consumer<String> say) {
        this.home = home;
        this.processes = new Processes(home);
        this.caches = new StartupCaches(home);
        this.http = http;
        this.say = say;
    }

    @Override
    public List<ServiceSpec> services() {
        return home.region().services();
    }

    @Override
    public Map<String, String> living() {
        Map<String, String> ids = new LinkedHashMap<>();
        for (ServiceSpec service : services()) {
            String name = service.name();
            if (processes.isUp(name)) {
                ids.put(
                        name,
                        processes.find(name).map(p -> String.valueOf(p.pid())).orElse("restarting"));
            }
        }
        return ids;
    }

    @Override
    public Map<String, Long> mebibytes() {
        Map<String, Long> sizes = new LinkedHashMap<>();
        processes.living().forEach((name, process) -> sizes.put(name, ResidentMemory.residentMebibytes(process.pid())));
        return sizes;
    }

    @Override
    public List<Doctor.Finding> examine() {
        return new Doctor(home, processes).examine();
    }

    @Override
    public List<ServiceEnds.End> ends() {
        return ServiceEnds.of(home.ends());
    }

    @Override
    public Closeable lock() {
        return home.lock();
    }

    @Override
    public double speed(StartOptions options) {
        return before(options).map(LabHome.Started::speed).orElseGet(() -> speedOrDefault(options));
    }

    private Optional<LabHome.Started> before(StartOptions options) {
        return options.keepData() ? home.started() : Optional.empty();
    }

    private static double speedOrDefault(StartOptions options) {
        return Objects.requireNonNullElse(options.speed(), StartOptions.DEFAULT_SPEED);
    }

    @Override
    public void start(StartOptions options, Consumer<List<ServiceSpec>> untilHealthy) {
        LabHome.Started region = region(options);
        new TokenFile(home).write(options.token());
        caches.make(say);
        startDns(region, untilHealthy);
        home.region().afterDns().forEach(service -> processes.start(service, region));
    }

    private LabHome.Started region(StartOptions options) {
        Optional<LabHome.Started> before = before(options);
        if (before.isPresent()) {
            return before.get();
        }
        home.clear();
        long seed = Objects.requireNonNullElseGet(options.seed(), () -> new Random().nextLong(1, 1_000_000));
        LabHome.Started fresh = new LabHome.Started(
                speedOrDefault(options),
                seed,
                Instant.now(),
                options.uuidNames(),
                options.tracing(),
                options.loadBalancers());
        home.started(fresh);
        return fresh;
    }

    /** Names first: a client that asks for a missing name keeps the empty answer for a quarter of an incident hour. */
    private void startDns(LabHome.Started region, Consumer<List<ServiceSpec>> untilHealthy) {
        say.accept("starting names first: " + names(home.region().beforeDns()));
        home.region().beforeDns().forEach(service -> processes.start(service, region));
        untilHealthy.accept(home.region().beforeDns());
        Waiting waiting = new Waiting(NAMES_WITHIN);
        URI route53 = named("fake-route53").url();
        while (http.get(route53, Resources.answers(RegionLayout.REGIONAL_NAME)).possible() == 0) {
            waiting.goOn("the regional name has no address: no enactor has put a plan into DNS");
        }
        say.accept("names resolve; starting " + names(home.region().afterDns()));
    }

    private static String names(List<ServiceSpec> services) {
        return services.stream().map(ServiceSpec::name).collect(Collectors.joining(", "));
    }

    @Override
    public void refuseStarts() {
        processes.refuseStarts();
        caches.stop();
    }

    @Override
    public void stop(ServiceSpec service) {
        processes.stop(service.name());
    }

    @Override
    public void startAgain(ServiceSpec service) {
        processes.start(service, home.started().orElseThrow(() -> new LabException("no region was started here")));
    }

    @Override
    public int stop() {
        return processes.stopAll();
    }

    @Override
    public String log(String service, int lines) {
        return home.log(service) + ":\n" + tail(home.log(service), lines);
    }

    /** The last lines of a file, or a note that there is none. */
    public static String tail(Path log, int lines) {
        if (!Files.exists(log)) {
            return "(no log yet)";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - (long) lines * LINE_ESTIMATE_BYTES);
            file.seek(from);
            byte[] end = new byte[(int) (file.length() - from)];
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            throw new LabException("cannot read " + log + ": " + e.getMessage());
        }
    }

    @Override
    public void follow(String service, PrintWriter out) {
        Path log = home.log(service);
        try {
            long read = Files.size(log);
            while (!Thread.currentThread().isInterrupted()) {
                long size = Files.size(log);
                if (size > read) {
                    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
                        file.seek(read);
                        byte[] added = new byte[(int) (size - read)];
                        file.readFully(added);
                        out.print(new String(added, StandardCharsets.UTF_8));
                        out.flush();
                    }
                }
                read = size;
                Waiting.pause();
            }
        } catch (IOException e) {
            throw new LabException("cannot read " + log + ": " + e.getMessage());
        }
    }

    @Override
    public Map<String, String> doors() {
        return home.region().doors();
    }

    @Override
    public InetSocketAddress dns() {
        return new InetSocketAddress(home.region().place().host(), RegionLayout.DNS_PORT);
    }

    @Override
    public String option() {
        return home.option();
    }
}
