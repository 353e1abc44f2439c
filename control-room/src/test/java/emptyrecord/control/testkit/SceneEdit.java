package emptyrecord.control.testkit;

import emptyrecord.control.customers.core.Calls;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.Nights;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A quiet day's scene in which some things are different: the symptoms that a fault leaves, nothing of the fault itself. */
public final class SceneEdit {

    private Sample sample = Nights.sample(1, -5);
    private Scene.@Nullable Planner planner = new Scene.Planner(146L, false, 0.0);
    private List<Scene.Enactor> enactors = Scenes.enactors(null);
    private Scene.@Nullable Zone zone = Scenes.zone(145, true);
    private Scene.Dynamo dynamo = new Scene.Dynamo(3, 3);
    private Scene.@Nullable Droplets droplets = Scenes.droplets(1);
    private Scene.Dwfm dwfm = dwfm(0, 0);
    private final Map<String, Calls> calls = new TreeMap<>();

    public SceneEdit() {
        for (String canary : List.of("dynamodb", "internal-tool", "launch", "connection")) {
            canary(canary, new Calls(10, 0, 0, null, null, 12));
        }
    }

    public static Scene.Dwfm dwfm(int away, long leasesLost) {
        return new Scene.Dwfm(List.of("dwfm-1", "dwfm-2", "dwfm-3", "dwfm-4"), away, 0, null, leasesLost);
    }

    public SceneEdit planner(Scene.@Nullable Planner now) {
        planner = now;
        return this;
    }

    public SceneEdit enactors(Scene.Enactor... now) {
        enactors = List.of(now);
        return this;
    }

    public SceneEdit zone(Scene.@Nullable Zone now) {
        zone = now;
        return this;
    }

    public SceneEdit balancersUp(int healthy) {
        dynamo = new Scene.Dynamo(healthy, 3);
        return this;
    }

    public SceneEdit droplets(Scene.@Nullable Droplets now) {
        droplets = now;
        return this;
    }

    public SceneEdit dwfm(Scene.Dwfm now) {
        dwfm = now;
        return this;
    }

    public SceneEdit regional(String outcome) {
        sample = Nights.with(sample, new Sample.Regional(outcome, 0, null));
        return this;
    }

    /** Share of the leases held, and of the attempts that make one. */
    public SceneEdit leases(double held, double useful) {
        Sample.Leases l = Objects.requireNonNull(sample.leases());
        sample = Nights.with(
                sample,
                new Sample.Leases(
                        l.droplets(),
                        (int) (held * l.droplets()),
                        900,
                        400,
                        l.madeTotal(),
                        l.attemptsTotal(),
                        l.checksFailedTotal(),
                        20 * useful,
                        20.0,
                        null,
                        0,
                        null),
                sample.network());
        return this;
    }

    public SceneEdit delay(double minutes) {
        sample = Nights.with(sample, sample.leases(), new Sample.Network(minutes, Map.of("us-east-1a", 40)));
        return this;
    }

    public SceneEdit nlb(double capacity, double resultAgeSeconds, String... zonesOut) {
        sample = Nights.with(
                sample, new Sample.Nlb(capacity, capacity, List.of(zonesOut), 12, 12, resultAgeSeconds, true, .1));
        return this;
    }

    /** A service does not answer; what it would have said is a gap. */
    public SceneEdit silent(String service) {
        Sample s = sample;
        sample = new Sample(
                s.seq(),
                s.wall(),
                s.tPlusMinutes(),
                s.regional(),
                service.equals("dwfm") ? null : s.leases(),
                service.equals("network-manager") ? null : s.network(),
                service.equals("nlb-healthcheck") ? null : s.nlb(),
                s.automation(),
                s.customers(),
                List.of(service));
        return this;
    }

    /** What a canary met; its success share in the sample is the same. */
    public SceneEdit canary(String name, Calls met) {
        calls.put(name, met);
        Sample.Customers c = sample.customers();
        Map<String, Sample.Canary> canaries = new TreeMap<>(c.canaries());
        canaries.put(
                name,
                new Sample.Canary(met.worked(), met.failed(), met.neverTried(), (double) met.worked() / met.all()));
        sample = Nights.with(sample, new Sample.Customers(c.launches(), c.connections(), c.waiting(), canaries));
        return this;
    }

    public Scene scene() {
        return new Scene(
                sample,
                1000,
                planner,
                enactors,
                zone,
                dynamo,
                droplets,
                dwfm,
                new Scene.Network(1),
                new Scene.Nlb(24, 24, 0, 0, List.of()),
                calls);
    }
}
