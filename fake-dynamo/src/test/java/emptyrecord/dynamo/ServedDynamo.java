package emptyrecord.dynamo;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A service for all tests of a class; each test gets its own client and starts without faults. */
abstract class ServedDynamo {

    @TempDir
    static Path data = Path.of("unset");

    static DynamoTestServer server;

    DynamoDbClient dynamo;

    @BeforeAll
    static void start() {
        server = DynamoTestServer.start(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void call() {
        dynamo = server.client();
    }

    @AfterEach
    void hangUp() {
        server.heal();
        dynamo.close();
    }
}
