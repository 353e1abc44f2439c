package emptyrecord.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputIT {

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --customers.stacks.no-such=3       | customers.stacks.no-such=3 is not a number of clients
            --customers.stacks.breaker=-1      | customers.stacks.breaker=-1 is not a number of clients
            --customers.clients=1000           | at most 2000 fit into one process
            --customers.clients=-1             | must be greater than or equal to 0
            --customers.action-every=10ms      | customers.action-every must be 1s or more
            --customers.process-life=-1h       | customers.process-life not negative
            --customers.request-timeout=0s     | customers.request-timeout must be 1ms or more
            --customers.dynamo-url=nothing     | customers.dynamo-url must have a host
            --customers.in-flight-max=0        | must be greater than or equal to 1
            --lab.dns-server=nothing           | lab.dns-server must be host:port
            """)
    void aBadSettingStopsTheServiceWithWhatToWrite(String setting, String words) {
        assertThatThrownBy(() -> new Service(data, setting).close())
                .satisfies(e -> assertThat(causes(e)).contains(words));
    }

    private static String causes(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            all.append(at.getMessage()).append('\n');
        }
        return all.toString();
    }

    /** Nothing of the region is there: the service is up, no client has worked yet, and nothing is lost. */
    @Test
    void withoutARegionNothingIsLost() {
        try (Service service = new Service(data, "--lab.dns-server=127.0.0.1:1", "--customers.clients=1")) {
            assertThat(service.get("/actuator/health")).contains("\"UP\"");
            assertThat(service.state().customerMinutesLost()).isZero();
            assertThat(service.recovery("breaker", "GetItem").neverHarmed()).isZero();
            assertThat(service.api("breaker", "GetItem").neverUp()).isEqualTo(1);
        }
    }

    @Test
    void anUnknownStackIsNotFoundAndTheAnswerNamesThoseThatThereAre() {
        try (Service service = new Service(data, "--lab.dns-server=127.0.0.1:1", "--customers.clients=1")) {
            HttpResponse<String> answer = service.send("POST", "/stacks/no-such/restart", "");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("there is no stack 'no-such'; there are sdk-legacy, ");
            assertThat(service.send("GET", "/stacks/breaker/restart", "").statusCode())
                    .isEqualTo(405);
            assertThat(service.send("POST", "/stacks/breaker/restart", "").body())
                    .isEqualTo("{\"stack\":\"breaker\",\"clients\":1}");
            assertThat(service.get("/events")).contains("stack-restarted");
        }
    }
}
