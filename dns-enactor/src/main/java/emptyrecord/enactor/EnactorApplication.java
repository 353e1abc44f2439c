package emptyrecord.enactor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** One of the three DNS Enactors, as a process. */
@SpringBootApplication
@EnableConfigurationProperties(EnactorSettings.class)
public class EnactorApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(EnactorApplication.class, arguments);
    }
}
