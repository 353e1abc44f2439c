package emptyrecord.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import emptyrecord.kit.settings.LabSettings;
import emptyrecord.kit.settings.RegionFile;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parts of a region that are drawn once and kept: the token and the origin of incident time. A stub stands for the
 * cluster's API. Maven sets the variable, so that no other cluster is ever asked.
 */
@EnabledIfEnvironmentVariable(named = "KUBECONFIG", matches = ".*/deploy/target/kubeconfig")
class InstallationTest {

    private static final String KINDS = """
            {"kind": "APIResourceList", "groupVersion": "v1", "resources": [
              {"name": "configmaps", "namespaced": true, "kind": "ConfigMap", "verbs": ["get"]},
              {"name": "secrets", "namespaced": true, "kind": "Secret", "verbs": ["get"]}]}""";
    private static final String NONE =
            "{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"status\": \"Failure\", \"reason\": \"NotFound\", \"code\": 404}";

    /** Objects of the cluster by path. */
    private final Map<String, String> objects = new ConcurrentHashMap<>(Map.of("/api/v1", KINDS));

    private final HttpServer api = start();

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void serve() throws IOException {
        api.createContext("/", this::answer);
        api.start();
        Path config = Path.of(Objects.requireNonNull(System.getenv("KUBECONFIG")));
        Files.writeString(config, """
                {"apiVersion": "v1", "kind": "Config", "current-context": "stub",
                 "clusters": [{"name": "stub", "cluster": {"server": "http://127.0.0.1:%d"}}],
                 "users": [{"name": "stub", "user": {}}],
                 "contexts": [{"name": "stub", "context": {"cluster": "stub", "user": "stub"}}]}""".formatted(api.getAddress().getPort()));
    }

    @AfterEach
    void stop() throws IOException {
        api.stop(0);
        Files.delete(Path.of(Objects.requireNonNull(System.getenv("KUBECONFIG"))));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String found = objects.get(exchange.getRequestURI().getPath());
        byte[] body = Objects.requireNonNullElse(found, NONE).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(found == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Region install(String values) {
        return new Region(StrictModel.read(Chart.template(values)));
    }

    private static String token(Region region) {
        return Objects.requireNonNull(
                region.all(Secret.class).getFirst().getData().get("token"));
    }

    @Test
    void aTokenIsDrawnAndAnUpgradeKeepsIt() {
        String drawn = token(install(""));
        assertThat(drawn).hasSizeGreaterThanOrEqualTo(40).isNotEqualTo(token(install("")));

        objects.put("/api/v1/namespaces/team/secrets/facilitator-token", """
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "facilitator-token"}, "data": {"token": "%s"}}""".formatted(drawn));

        assertThat(token(install("speed: 61"))).isEqualTo(drawn);
    }

    @Test
    void aSecretOfTheFacilitatorsTakesItsPlace() {
        Region region = install("tokenSecret: the-facilitators");

        assertThat(region.all(Secret.class)).isEmpty();
        assertThat(region.container("dwfm").getEnv().stream()
                        .filter(e -> e.getName().equals("LAB_TOKEN"))
                        .map(e -> e.getValueFrom().getSecretKeyRef().getName()))
                .containsExactly("the-facilitators");
    }

    @Test
    void anUpgradeKeepsTheOriginAndTheSpeedThatItWasMadeWith() {
        objects.put("/api/v1/namespaces/team/configmaps/region", """
                {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "region"},
                 "data": {"region.json": "{\\"speed\\":60,\\"origin\\":\\"2026-02-03T04:05:06Z\\"}"}}""");

        assertThat(install("speed: 120").data("region", "region.json"))
                .isEqualTo("{\"speed\":60,\"origin\":\"2026-02-03T04:05:06Z\"}");
    }

    @Test
    void aServiceReadsTheOrigin(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("region.json");
        Files.writeString(file, install("speed: 90").data("region", "region.json"));
        LabSettings lab = new LabSettings(90, 1, Instant.EPOCH, file, folder, "127.0.0.1:5300", Set.of());

        assertThat(RegionFile.origin(lab, new JsonMapper())).isAfter(Instant.EPOCH);
    }
}
