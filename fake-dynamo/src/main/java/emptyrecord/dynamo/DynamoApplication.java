package emptyrecord.dynamo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** DynamoDB behind its load balancers; healthy all night (F2: only its name was broken). */
@SpringBootApplication
@EnableConfigurationProperties(DynamoSettings.class)
public class DynamoApplication {

    public static void main(String[] args) {
        SpringApplication.run(DynamoApplication.class, args);
    }
}
