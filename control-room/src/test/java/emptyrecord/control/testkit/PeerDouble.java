package emptyrecord.control.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import emptyrecord.api.Event;
import emptyrecord.api.client.Change;
import emptyrecord.api.client.Resource;
import emptyrecord.api.client.Resources;
import emptyrecord.api.client.Routes;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service of the lab as far as the control room talks to it: answers set paths, keeps what was sent to it, and has
 * events. Everything else is answered 404, or 200 with an empty object if it was a change.
 */
public final class PeerDouble implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final String name;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Event> events = new CopyOnWriteArrayList<>();

    /** Something that was sent: a change, not a read. */
    public record Call(String method, String path, String body) {}

    /** What a path answers to a method. */
    @FunctionalInterface
    public interface Answer {
        String to(String body);
    }

    public PeerDouble(String name) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        shows(Resources.FAULTS, List::of);
        shows(Resources.GUARDS, List::of);
        answer("GET", Routes.HEALTH + "/liveness", b -> "{\"status\":\"UP\"}");
        shows(Resources.events(0, 1), () -> List.copyOf(events));
    }

    /** @param path without query */
    public PeerDouble answer(String method, String path, Answer answer) {
        answers.put(method + " " + path, answer);
        return this;
    }

    /** What a resource shows, whatever the query is. */
    public <T> PeerDouble shows(Resource<T> resource, Supplier<T> state) {
        return answer("GET", path(resource), b -> JSON.writeValueAsString(state.get()));
    }

    /** What a change does, and what it answers. */
    public <T> PeerDouble takes(Change<T> like, Function<String, T> change) {
        return answer(like.method().name(), path(like.answer()), b -> JSON.writeValueAsString(change.apply(b)));
    }

    private static String path(Resource<?> resource) {
        return resource.path().replaceFirst("[?].*", "");
    }

    /** A resource with a state: PUT changes it, DELETE puts it back, GET shows it. */
    public PeerDouble remember(String path, String atFirst) {
        Map<String, String> now = new ConcurrentHashMap<>();
        answer("GET", path, b -> now.getOrDefault(path, atFirst));
        answer("PUT", path, b -> {
            now.put(path, b);
            return b;
        });
        return answer("DELETE", path, b -> {
            now.clear();
            return atFirst;
        });
    }

    public void event(EventKind kind, Map<EventId, ?> ids) {
        event(kind.word(), EventId.keys(ids));
    }

    /** An event as its service recorded it. */
    void event(String kind, Map<String, Object> ids) {
        events.add(new Event(events.size() + 1, Instant.now(), null, name, kind, ids));
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String method = exchange.getRequestMethod();
            String asked = exchange.getRequestURI().getPath();
            String path = asked.length() > 1 && asked.endsWith("/") ? asked.substring(0, asked.length() - 1) : asked;
            if (!method.equals("GET")) {
                calls.add(new Call(method, path, body));
            }
            Answer answer = answers.get(method + " " + path);
            String text = answer != null ? answer.to(body) : "{}";
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", text.startsWith("<") ? "text/xml" : "application/json");
            exchange.sendResponseHeaders(answer == null && method.equals("GET") ? 404 : status(text), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** EC2 refuses with an error document (F11); its status is not 200. */
    private static int status(String text) {
        return text.startsWith("<Response><Errors>") ? 503 : 200;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
