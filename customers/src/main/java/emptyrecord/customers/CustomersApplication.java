package emptyrecord.customers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The customers: fleets of clients with the settings that production has, side by side. */
@SpringBootApplication
@EnableConfigurationProperties(CustomersSettings.class)
public class CustomersApplication {

    public static void main(String[] args) {
        SpringApplication.run(CustomersApplication.class, args);
    }
}
