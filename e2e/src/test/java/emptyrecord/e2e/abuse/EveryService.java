package emptyrecord.e2e.abuse;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The inputs for every HTTP face. */
final class EveryService {

    private static final int THIRTY_MB = 30_000_000;
    private static final String KIT_ROUTE = "PUT /clock/zero";

    private final List<Target> targets;
    private final Dose dose;

    EveryService(List<Target> targets, Dose dose) {
        this.targets = targets;
        this.dose = dose;
    }

    List<Input> inputs() {
        return targets.stream().flatMap(this::inputs).toList();
    }

    private Stream<Input> inputs(Target target) {
        return Stream.of(
                new Input("30 MB of JSON on a kit route", target.service(), () -> Crowd.one(target, thirtyMegabytes())),
                new Input("30 MB of JSON, chunked", target.service(), () -> Crowd.one(target, chunked())),
                new Input(
                        "1 MB of [[],[],…",
                        target.service(),
                        () -> Crowd.one(target, Http.json(KIT_ROUTE, lists(1_000_000)))),
                new Input(
                        "60 KB of nested {\"\":{}}, 8 at once",
                        target.service(),
                        () -> Crowd.atOnce(target, same(Http.json(KIT_ROUTE, maps(10_000)), 8))),
                new Input(
                        "half-sent headers",
                        target.service(),
                        () -> Crowd.holding(
                                target,
                                dose.connections(),
                                Http.bytes("GET /clock HTTP/1.1\r\nX: y"),
                                dose.holdSeconds())),
                new Input(
                        "kept connections",
                        target.service(),
                        () -> Crowd.holding(
                                target,
                                dose.connections(),
                                Http.bytes(Http.head("GET /clock", Map.of()) + "\r\n"),
                                dose.holdSeconds())),
                new Input(
                        "300 half-sent bodies of 60 KB",
                        target.service(),
                        () -> Crowd.holding(target, 300, halfBody(), dose.holdSeconds())),
                new Input("a header of 1 MB", target.service(), () -> Crowd.one(target, longHeader())),
                new Input("a broken chunk", target.service(), () -> Crowd.one(target, brokenChunk())));
    }

    private static byte[] thirtyMegabytes() {
        return Http.json(KIT_ROUTE, lists(THIRTY_MB));
    }

    private static byte[] chunked() {
        String chunk = "10000\r\n" + "[],".repeat(21_845) + " \r\n";
        String head = Http.head(KIT_ROUTE, Map.of("Content-Type", "application/json", "Transfer-Encoding", "chunked"));
        return Http.bytes(head + "\r\n" + chunk.repeat(THIRTY_MB / 65_536));
    }

    private static String lists(int bytes) {
        return "[" + "[],".repeat(bytes / 3) + "[]]";
    }

    private static String maps(int count) {
        return "{" + "\"\":{},".repeat(count - 1) + "\"\":{}}";
    }

    private static byte[] halfBody() {
        byte[] whole = Http.json(KIT_ROUTE, "[" + " ".repeat(60_000) + "]");
        return java.util.Arrays.copyOf(whole, whole.length - 10);
    }

    private static byte[] longHeader() {
        return Http.bytes(Http.head("GET /clock", Map.of("X", "x".repeat(1_000_000))) + "\r\n");
    }

    private static byte[] brokenChunk() {
        String head = Http.head(KIT_ROUTE, Map.of("Content-Type", "application/json", "Transfer-Encoding", "chunked"));
        return Http.bytes(head + "\r\n5\r\nab\r\nzz\r\n");
    }

    static List<byte[]> same(byte[] request, int times) {
        return java.util.Collections.nCopies(times, request);
    }
}
