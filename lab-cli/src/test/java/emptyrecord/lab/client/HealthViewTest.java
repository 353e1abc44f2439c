package emptyrecord.lab.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthViewTest {

    private static String ill(String body) {
        return HealthView.read(body).orElseThrow().ill();
    }

    @Test
    void healthTellsThePartsThatAreNotWell() {
        String health = """
            {"status":"DOWN","components":{
             "diskSpace":{"status":"UP","details":{"free":1}},
             "fleet":{"status":"DOWN","details":{"nodes":3,"reason":"20 nodes of 24 have no instance"}},
             "guards":{"status":"OUT_OF_SERVICE"}}}\
            """;
        assertThat(ill(health)).isEqualTo("fleet: nodes 3, 20 nodes of 24 have no instance; guards");
        assertThat(ill("{\"status\":\"DOWN\"}")).isEqualTo("DOWN");
    }

    @Test
    void aHealthWithoutPartsOrOfANewerSpringIsReadAsFarAsItGoes() {
        assertThat(ill("{}")).isEqualTo("not up");
        assertThat(ill("{\"status\":\"DOWN\",\"groups\":[\"liveness\"],\"components\":{\"a\":{\"details\":null}}}"))
                .as("a part that does not say that it is up is not")
                .isEqualTo("a");
        assertThat(HealthView.read("[]")).isEmpty();
        assertThat(HealthView.read("<html>")).isEmpty();
    }
}
