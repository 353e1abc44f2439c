package emptyrecord.route53.tools;

import emptyrecord.kit.testkit.SdkScript;
import emptyrecord.route53.Route53Application;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** AWS's SDKs for JavaScript and Python; {@code Route53ApiIT} uses the one for Java. */
class SdkScriptsIT {

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(Route53Application.class)
                .run("--server.port=0", "--route53.dns.port=0", "--lab.data-dir=" + folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String endpoint() {
        return "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Test
    void javaScriptKeepsAZone() {
        SdkScript.javaScript().run("route53.cjs", endpoint());
    }

    @Test
    void pythonKeepsAZone() {
        SdkScript.python().run("route53.py", endpoint());
    }
}
