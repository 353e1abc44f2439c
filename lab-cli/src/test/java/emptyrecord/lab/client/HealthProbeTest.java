package emptyrecord.lab.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HealthProbeTest {

    @Test
    void healthTellsThePartsThatAreNotWell() {
        String health = """
            {"status":"DOWN","components":{
             "diskSpace":{"status":"UP","details":{"free":1}},
             "fleet":{"status":"DOWN","details":{"nodes":3,"reason":"20 nodes of 24 have no instance"}},
             "guards":{"status":"OUT_OF_SERVICE"}}}\
            """;
        assertThat(HealthProbe.detail(new JsonMapper().readTree(health)))
                .isEqualTo("fleet: nodes 3, 20 nodes of 24 have no instance; guards");
        assertThat(HealthProbe.detail(new JsonMapper().readTree("{\"status\":\"DOWN\"}")))
                .isEqualTo("DOWN");
    }
}
