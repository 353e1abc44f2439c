package emptyrecord.dwfm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The DropletWorkflow Manager and the EC2 face in front of it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DwfmApplication {

    public static void main(String[] args) {
        SpringApplication.run(DwfmApplication.class, args);
    }
}
