package emptyrecord.lab.repair;

import com.sun.net.httpserver.HttpServer;
import emptyrecord.api.client.Resources;
import emptyrecord.api.json.ContractJson;
import emptyrecord.api.planner.PublishedPlan;
import emptyrecord.enactor.EnactorApplication;
import emptyrecord.kit.dns.TreeNames;
import emptyrecord.route53.Route53Application;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A real Route 53 and one real enactor, at 600 incident seconds a second, and a planner with the test's plans. */
final class Services implements AutoCloseable {

    static final String ZONE = "dynamodb.us-east-1.amazonaws.test";
    static final String ZONE_ID = "Z01REGIONAL";

    private final HttpServer planner;
    private final ConfigurableApplicationContext route53;
    private final ConfigurableApplicationContext enactor;
    private final TreeNames names;
    private volatile long generation = 1;

    Services(Path data, TreeNames names) throws IOException {
        this.names = names;
        planner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        planner.createContext(Resources.LATEST_PLAN.path(), exchange -> {
            byte[] body = plan().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        planner.start();
        route53 = start(
                Route53Application.class,
                data.resolve("route53"),
                "--spring.application.name=fake-route53",
                "--route53.dns.port=0",
                "--route53.zones[0].id=" + ZONE_ID,
                "--route53.zones[0].name=" + ZONE);
        enactor = start(
                EnactorApplication.class,
                data.resolve("enactor"),
                "--spring.application.name=dns-enactor-a",
                "--enactor.name=a",
                "--enactor.route53-url=" + route53(),
                "--enactor.planner-url=" + planner());
    }

    private static ConfigurableApplicationContext start(Class<?> service, Path data, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.location=classpath:/kit-defaults.yml",
                "--server.port=0",
                "--lab.speed=600",
                "--lab.data-dir=" + data));
        arguments.addAll(Arrays.asList(settings));
        return new SpringApplicationBuilder(service).run(arguments.toArray(String[]::new));
    }

    private String plan() {
        PublishedPlan.LoadBalancer balancer = new PublishedPlan.LoadBalancer("lb-1a", "127.0.1.10", 100);
        return ContractJson.MAPPER.writeValueAsString(new PublishedPlan(
                generation,
                Instant.parse("2026-01-01T00:00:00Z"),
                List.of(new PublishedPlan.Endpoint(
                        "regional", ZONE, names.tree(ZONE, generation), List.of(balancer)))));
    }

    void plannerHas(long plan) {
        generation = plan;
    }

    URI planner() {
        return URI.create("http://127.0.0.1:" + planner.getAddress().getPort());
    }

    URI route53() {
        return url(route53);
    }

    URI enactor() {
        return url(enactor);
    }

    private static URI url(ConfigurableApplicationContext service) {
        return URI.create("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        enactor.close();
        route53.close();
        planner.stop(0);
    }
}
