package emptyrecord.droplets;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The droplets: physical hosts whose agents answer state checks, run instances and obey one holder. */
@SpringBootApplication
@EnableConfigurationProperties(DropletsSettings.class)
public class DropletsApplication {

    public static void main(String[] args) {
        SpringApplication.run(DropletsApplication.class, args);
    }
}
