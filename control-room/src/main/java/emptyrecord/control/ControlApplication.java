package emptyrecord.control;

import emptyrecord.control.settings.ControlSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The control room: the customers, the operators' desk, and the judge of a run. */
@SpringBootApplication
@EnableConfigurationProperties(ControlSettings.class)
public class ControlApplication {

    public static void main(String[] args) {
        SpringApplication.run(ControlApplication.class, args);
    }
}
