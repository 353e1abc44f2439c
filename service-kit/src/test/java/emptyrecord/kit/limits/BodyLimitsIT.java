package emptyrecord.kit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Bodies that are too large, too slow, broken or too costly, and others that are served meanwhile. */
@ExtendWith(OutputCaptureExtension.class)
class BodyLimitsIT extends LimitedService {

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedBeforeItIsSent() throws Exception {
        start();
        String answer = connect()
                .send(head("POST", "/length", "Content-Length: 30000000") + "\r\n")
                .readHead();
        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
    }

    @Test
    void thirtyMegabytesGetAnAnswerAndTheServiceLives() throws Exception {
        start();
        HttpResponse<String> declared = post("/tree", "application/json", "[" + " ".repeat(30_000_000));
        assertThat(declared.statusCode()).isEqualTo(413);
        assertThat(declared.body()).contains("lab.limits.body-max").contains("\"instance\":\"/tree\"");
        RawConnection chunked = connect();
        chunked.send(head("POST", "/tree", "Transfer-Encoding: chunked") + "\r\n");
        assertThat(chunked.drip("1000\r\n" + " ".repeat(4096) + "\r\n", 0)).startsWith("HTTP/1.1 413");
        assertThat(get("/clock")).isEqualTo(200);
    }

    @Test
    void whoAsksWhetherToSendHearsNoWithoutSending() throws Exception {
        start();
        String answer = connect()
                .send(head("POST", "/length", "Content-Length: 30000000", "Expect: 100-continue") + "\r\n")
                .readAll();
        assertThat(answer).startsWith("HTTP/1.1 413");
        RawConnection small = connect();
        small.send(head(
                        "POST",
                        "/length",
                        "Content-Length: 3",
                        "Content-Type: application/octet-stream",
                        "Expect: 100-continue")
                + "\r\n");
        assertThat(small.readHead()).startsWith("HTTP/1.1 100");
        assertThat(small.send("abc").readHead()).startsWith("HTTP/1.1 200");
    }

    @Test
    void aBodyThatDripsEndsInTime() throws Exception {
        start("--lab.limits.body-time=500ms");
        RawConnection slow = connect();
        slow.send(head("POST", "/length", "Content-Length: 60000") + "\r\n");
        assertThat(slow.drip("x", 50)).startsWith("HTTP/1.1 408").contains("lab.limits.body-time");
    }

    @Test
    void slowBodiesDoNotKeepOthersOut() throws Exception {
        start("--lab.limits.body-max=4KB", "--lab.limits.bodies-max=16KB", "--lab.limits.body-time=30s");
        for (int i = 0; i < 20; i++) {
            connect()
                    .send(head("POST", "/length", "Content-Length: 4000", "Content-Type: application/octet-stream")
                            + "\r\n" + "x".repeat(3_900));
        }
        for (int i = 0; i < 5; i++) {
            assertThat(post("/length", "application/octet-stream", "y".repeat(4_000))
                            .body())
                    .isEqualTo("4000");
        }
    }

    @Test
    void aBrokenChunkIsTheSendersFaultAndNoErrorOfOurs(CapturedOutput output) throws Exception {
        start();
        for (String path : List.of("/length", "/tree", "/form")) {
            String answer = connect()
                    .send(head("POST", path, "Transfer-Encoding: chunked", "Content-Type: application/json")
                            + "\r\n5\r\nab\r\nzz\r\n")
                    .readAll();
            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
        }
        RawConnection gone = connect();
        gone.send(head("POST", "/tree", "Content-Length: 100", "Content-Type: application/json") + "\r\n{");
        gone.close();
        RawConnection deaf = connect();
        deaf.send(head("GET", "/large") + "\r\n").readHead();
        deaf.close();
        assertThat(get("/clock")).isEqualTo(200);
        await().during(java.time.Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(output).doesNotContain("ERROR").doesNotContain("\tat "));
    }

    @Test
    void formsAreReadFromMemoryAndBoundedByCount() throws Exception {
        start();
        assertThat(post("/form?c=3", "application/x-www-form-urlencoded", "a=1&b=2")
                        .body())
                .isEqualTo("3");
        HttpResponse<String> many = post("/form", "application/x-www-form-urlencoded", "a&".repeat(2_000));
        assertThat(many.statusCode()).isBetween(400, 413);
        assertThat(many.body()).contains("parameters");
        assertThat(get("/events?" + "limit=1&".repeat(600))).isBetween(400, 413);
    }

    @Test
    void jsonIsBoundedByDepthAndTokens() throws Exception {
        start();
        assertThat(post("/tree", "application/json", "{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/tree", "application/json", "{\"a\":[" + "[],".repeat(15_000) + "[]]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/tree", "application/json", "{\"a\":[" + "[],".repeat(5_000) + "[]]}")
                        .body())
                .isEqualTo("1");
    }
}
