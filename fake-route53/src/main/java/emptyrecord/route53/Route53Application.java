package emptyrecord.route53;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Route 53: the control API on HTTP and authoritative DNS on UDP and TCP. */
@SpringBootApplication
@EnableConfigurationProperties(Route53Settings.class)
public class Route53Application {

    public static void main(String[] args) {
        SpringApplication.run(Route53Application.class, args);
    }
}
