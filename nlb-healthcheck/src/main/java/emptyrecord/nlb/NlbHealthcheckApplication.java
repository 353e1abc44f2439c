package emptyrecord.nlb;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The load balancer of the customers: its nodes, and the subsystem that checks them and edits their DNS answer. */
@SpringBootApplication
@EnableConfigurationProperties(NlbSettings.class)
public class NlbHealthcheckApplication {

    public static void main(String[] args) {
        SpringApplication.run(NlbHealthcheckApplication.class, args);
    }
}
