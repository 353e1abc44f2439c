package emptyrecord.lab;

import com.sun.net.httpserver.HttpServer;
import emptyrecord.api.client.Change;
import emptyrecord.api.client.Resource;
import emptyrecord.api.common.Problem;
import emptyrecord.api.json.ContractJson;
import emptyrecord.lab.home.LoopbackPlan;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** HTTP faces of a named region's services, on its own loopback addresses; a test sets their answers. */
public final class RegionDouble implements AutoCloseable {

    public static final String NAME = "double";

    /** Other tests use the last numbers. */
    private static final int FIRST_TRIED = LoopbackPlan.NUMBER_MAX - 10;

    private final Map<String, HttpServer> faces = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private record Answer(int status, String body) {}

    /**
     * @param project folder of the project, in which the region gets a number that no other region of this machine has
     */
    public RegionDouble(Path project) throws IOException {
        int number = free();
        Files.createDirectories(project.resolve("teams"));
        Files.writeString(project.resolve("teams").resolve(NAME + ".place"), String.valueOf(number));
        for (ServiceSpec service : new RegionLayout(new LoopbackPlan(number)).services()) {
            faces.put(service.name(), face(service));
        }
    }

    private static int free() throws IOException {
        for (int number = FIRST_TRIED; number > 0; number--) {
            ServiceSpec control =
                    RegionLayout.named("control-room", new RegionLayout(new LoopbackPlan(number)).services());
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(control.url().getHost(), control.port()));
                return number;
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IOException("no loopback address is free");
    }

    private HttpServer face(ServiceSpec service) throws IOException {
        HttpServer face = HttpServer.create(new InetSocketAddress(service.url().getHost(), service.port()), 0);
        face.createContext("/", exchange -> {
            String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            heard.add(service.name() + " " + asked + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Answer answer = answers.getOrDefault(
                    service.name() + " " + asked, answers.getOrDefault(asked, new Answer(200, "[]")));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        face.start();
        return face;
    }

    /** @param asked for example {@code GET /guards}, or with a service before it */
    public RegionDouble answer(String asked, int status, String body) {
        answers.put(asked, new Answer(status, body));
        return this;
    }

    /** What a resource shows at every service that is not told otherwise. */
    public <T> RegionDouble shows(Resource<T> resource, T state) {
        return answer("GET " + resource.path(), 200, json(state));
    }

    public <T> RegionDouble shows(String service, Resource<T> resource, T state) {
        return answer(service + " GET " + resource.path(), 200, json(state));
    }

    /** What a change is answered with. */
    public <T> RegionDouble takes(Change<T> change, T answer) {
        return answer(asked(change), 200, json(answer));
    }

    /** @param detail of the problem */
    public RegionDouble refuses(Change<?> change, int status, String detail) {
        return answer(asked(change), status, json(new Problem("", status, detail, false)));
    }

    /** The request line of a change, as {@link #answer} and {@link #heard} have it. */
    public static String asked(Change<?> change) {
        return change.method() + " " + change.path();
    }

    private static String json(Object value) {
        return ContractJson.MAPPER.writeValueAsString(value);
    }

    /** From now on a service does not answer. */
    public void end(String service) {
        Objects.requireNonNull(faces.get(service)).stop(0);
    }

    public List<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        faces.values().forEach(face -> face.stop(0));
    }
}
