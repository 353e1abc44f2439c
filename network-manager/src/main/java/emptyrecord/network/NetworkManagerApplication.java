package emptyrecord.network;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The Network Manager: propagates network state to the zones, and is the fabric through which instances are reached. */
@SpringBootApplication
@EnableConfigurationProperties(NetworkSettings.class)
public class NetworkManagerApplication {

    public static void main(String[] args) {
        SpringApplication.run(NetworkManagerApplication.class, args);
    }
}
