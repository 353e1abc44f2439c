package emptyrecord.dynamo.tools;

import emptyrecord.dynamo.DynamoApplication;
import emptyrecord.dynamo.web.http.Listeners;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on a free port of one load balancer, for programs that are not ours. */
abstract class RunningTables {

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = SpringApplication.run(
                DynamoApplication.class,
                "--server.port=0",
                "--lab.data-dir=" + folder.resolve("data"),
                "--dynamo.load-balancers[0].name=lb-1a",
                "--dynamo.load-balancers[0].zone=us-east-1a",
                "--dynamo.load-balancers[0].address=127.0.0.1",
                "--dynamo.load-balancers[0].port=0");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static String endpoint() {
        return "http://127.0.0.1:" + port();
    }

    static int port() {
        Listeners plane = service.getBean(Listeners.class);
        return plane.addressOf(plane.balancers().getFirst()).getPort();
    }
}
