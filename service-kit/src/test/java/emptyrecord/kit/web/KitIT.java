package emptyrecord.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.kit.switchboard.Guards;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The HTTP face that every service gets from the kit. */
class KitIT {

    @SpringBootApplication
    static class SomeService {

        @Bean
        Fault someFault(Faults faults, Guards guards) {
            guards.declare("some.guard", "a remedy");
            return faults.declare(
                    new Fault("some-fault", "a fault", "items", new Fault.Range(1, 9), Map.of("few", 3.0)));
        }
    }

    @TempDir
    Path data;

    private ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        context = SpringApplication.run(
                SomeService.class,
                "--spring.config.import=classpath:kit-defaults.yml",
                "--spring.application.name=some-service",
                "--server.port=0",
                "--lab.data-dir=" + data);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        String port = context.getEnvironment().getProperty("local.server.port");
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aFaultIsInjectedByStepAndCleared() throws Exception {
        assertThat(send("PUT", "/chaos/some-fault", "{\"step\":\"few\"}").body())
                .contains("\"magnitude\":3.0");
        assertThat(send("GET", "/actuator/prometheus", "").body()).contains("fault_injected{fault=\"some-fault\"} 3.0");
        assertThat(send("DELETE", "/chaos/some-fault", "").body()).contains("\"injected\":null");
    }

    @Test
    void badInputIsAProblemThatSaysWhatToDo() throws Exception {
        HttpResponse<String> unknown = send("PUT", "/chaos/nonsense", "{}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("some-fault");

        HttpResponse<String> step = send("PUT", "/chaos/some-fault", "{\"step\":\"many\"}");
        assertThat(step.statusCode()).isEqualTo(400);
        assertThat(step.body()).contains("it has [few]");

        assertThat(send("PUT", "/chaos/some-fault", "{\"magnitude\":").statusCode())
                .isEqualTo(400);
        assertThat(send("PUT", "/clock/zero", "{\"at\":\"noon\"}").statusCode()).isEqualTo(400);
        assertThat(send("PUT", "/clock/zero", "{}").body()).contains("\"status\":400", "give the wall time of T+0");
        assertThat(send("PUT", "/hosts/a.test", "{\"addresses\":[null]}").body())
                .contains("\"status\":400", "not null");
        assertThat(send("PUT", "/hosts/a.test", "{}").body()).contains("\"status\":400", "at least one");
        assertThat(send("PUT", "/hosts/a.test", "{\"addresses\":[\"a.b\"]}").statusCode())
                .isEqualTo(400);
        assertThat(send("GET", "/events?limit=0", "").statusCode()).isEqualTo(400);
        assertThat(send("GET", "/events?limit=10001", "").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsKeptOfRequestsIsBounded() throws Exception {
        String many = "\"127.0.0.1\",".repeat(40) + "\"127.0.0.1\"";
        assertThat(send("PUT", "/hosts/a.test", "{\"addresses\":[" + many + "]}")
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> last = send("GET", "/hosts", "");
        for (int i = 0; i < 100; i++) {
            last = send("PUT", "/hosts/a" + i + ".test", "{\"addresses\":[\"127.0.0.1\"]}");
        }
        assertThat(last.statusCode()).isEqualTo(400);
        assertThat(last.body()).contains("delete one");
        String target = "{\"target\":\"" + "x".repeat(1000) + "\"}";
        assertThat(send("PUT", "/chaos/some-fault", target).statusCode()).isEqualTo(400);
        assertThat(send("GET", "/actuator/health", "").body()).contains("dataDisk");
    }

    @Test
    void aGuardIsSwitchedAndTheSwitchIsAnEvent() throws Exception {
        assertThat(send("PUT", "/guards/some.guard", "{\"on\":true}").body()).contains("\"on\":true");
        assertThat(send("GET", "/events", "").body()).contains("guard-switched").contains("some.guard");
    }

    @Test
    void eventsCarryTPlusOnceZeroIsKnownAndSurviveARestart() throws Exception {
        EventLog events = context.getBean(EventLog.class);
        events.record("before", Map.of());
        send("PUT", "/clock/zero", "{\"at\":\"2026-01-01T00:00:00Z\"}");
        events.record("after", Map.of("n", 1));
        context.close();
        start();

        String body = send("GET", "/events?after=0", "").body();
        assertThat(body).contains("\"seq\":1").contains("\"seq\":2").contains("\"tPlusMinutes\":null");
        assertThat(body).as("it says that it was started again").contains("service-restarted");
        assertThat(context.getBean(EventLog.class).record("third", Map.of()).seq())
                .isGreaterThan(3);
    }

    @Test
    void theFirstStartIsNoRestart() throws Exception {
        assertThat(send("GET", "/events", "").body()).doesNotContain("service-restarted");
    }

    @Test
    void theClockSaysHowLateItsTimersAre() throws Exception {
        await().untilAsserted(
                        () -> assertThat(send("GET", "/clock", "").body()).containsPattern("\"heartbeats\":[1-9]"));
        assertThat(send("GET", "/clock", "").body())
                .contains("worstSeconds", "worstIncidentSeconds", "p99Seconds", "threadDelaySeconds");
        assertThat(send("GET", "/actuator/prometheus", "").body())
                .contains("clock_lag_seconds ", "clock_lag_incident_seconds ", "clock_lag_p99_seconds ")
                .contains("clock_thread_delay_seconds ");
    }
}
