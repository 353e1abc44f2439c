package emptyrecord.control.testkit;

import emptyrecord.control.customers.core.Calls;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.Nights;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Scenes beside the samples of a synthetic night; on a quiet day plan 145 is active and all agree. */
public final class Scenes {

    private Scenes() {}

    public static Scene quiet() {
        return at(-5);
    }

    /** The synthetic night at T+ {@code t}: from T+0 to T+157 the apex points at plan 110, which is deleted. */
    public static Scene at(double t) {
        boolean empty = t >= 0 && t < 157;
        return scene(Nights.sample(1, t), enactors(null), zone(empty ? 110 : 145, !empty));
    }

    public static Scene scene(Sample sample, List<Scene.Enactor> enactors, Scene.@Nullable Zone zone) {
        return new Scene(
                sample,
                1000,
                new Scene.Planner(146L, false, 0.0),
                enactors,
                zone,
                new Scene.Dynamo(3, 3),
                droplets(1),
                new Scene.Dwfm(List.of("dwfm-1", "dwfm-2"), 0, 0, null, 248),
                new Scene.Network(1),
                new Scene.Nlb(24, 24, 0, 0, List.of()),
                calls(sample));
    }

    /** @param slowdown how many times its usual length a state check takes */
    public static Scene.Droplets droplets(double slowdown) {
        return new Scene.Droplets(248, 248, 10, 400, slowdown);
    }

    /** @param staleInC the plan that enactor c holds; null when it holds none */
    public static List<Scene.Enactor> enactors(@Nullable Long staleInC) {
        return List.of(
                enactor("dns-enactor-a", null), enactor("dns-enactor-b", 146L), enactor("dns-enactor-c", staleInC));
    }

    public static Scene.Enactor enactor(String name, @Nullable Long holding) {
        return new Scene.Enactor(
                name, true, holding, "regional", "poll", 1, 145L, false, holding == null ? null : 22.5, 0);
    }

    public static Scene.Zone zone(long active, boolean there) {
        return new Scene.Zone(active, there, List.of(144L, 145L), null, there ? List.of("127.0.0.1") : List.of(), 0);
    }

    /** What the canaries met, as the sample's counts say; refusals have no name here. */
    private static Map<String, Calls> calls(Sample sample) {
        Map<String, Calls> calls = new TreeMap<>();
        sample.customers()
                .canaries()
                .forEach((name, c) -> calls.put(
                        name, new Calls(c.worked(), c.failed(), c.neverTried(), null, null, c.worked() > 0 ? 8 : 0)));
        return calls;
    }
}
