package emptyrecord.dynamo;

import emptyrecord.dynamo.core.value.JsonLength;
import emptyrecord.dynamo.store.disk.Durability;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of fake-dynamo.
 *
 * @param loadBalancers where DynamoDB is reached, one per Availability Zone (F30, F32); all share the one store
 * @param tables tables that are created at start if they do not exist
 * @param maxBody largest request body that is read, up to 1 MB; default 1 MB (our choice; the service itself takes 16 MB)
 * @param storedMax bytes on disk that the items and index entries of all tables may take; default 4 GB (our choice)
 * @param durability what an acknowledged write survives: {@code disk} a power cut, {@code process} the end of the process
 *     only; default {@code disk}
 * @param tablesMax how many tables there may be; default 256 (our choice; the service's own default is 2500)
 * @param requestTime real time for sending one request, and for receiving its answer; default 10s (our choice)
 */
@Validated
@ConfigurationProperties("dynamo")
record DynamoSettings(
        @NotEmpty List<@Valid LoadBalancer> loadBalancers,
        @DefaultValue List<@Valid Table> tables,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("4GB") DataSize storedMax,
        @DefaultValue("disk") Durability durability,
        @DefaultValue("256") @Min(1) int tablesMax,
        @DefaultValue("10s") Duration requestTime) {

    DynamoSettings {
        long names = loadBalancers.stream().map(LoadBalancer::name).distinct().count();
        if (names != loadBalancers.size()) {
            throw new IllegalArgumentException("dynamo.load-balancers must have different names");
        }
        if (maxBody.toBytes() > JsonLength.ITEM_MAX) {
            throw new IllegalArgumentException(
                    "dynamo.max-body is at most 1MB: larger ones cost more than the heap has");
        }
    }

    /**
     * A load balancer.
     *
     * @param name for example {@code lb-1a}; record names are made of it (F33)
     * @param zone Availability Zone, for example {@code us-east-1a}
     * @param address an address of its own that this machine has; on loopback unless it is in a container
     * @param port TCP port, 0 to 65535; default 8000; 0 takes a free one
     * @param capacity from which the planner makes the weight; default 100 (our choice; F32 says only that weights
     *     differ)
     */
    record LoadBalancer(
            @NotBlank String name,
            @NotBlank String zone,
            @NotBlank String address,
            @DefaultValue("8000") @Min(0) @Max(65_535) int port,
            @DefaultValue("100") @Min(1) int capacity) {}

    /**
     * A table.
     *
     * @param name 3 to 255 letters, digits, {@code _ . -}
     * @param hashKey name of the hash key, of type S
     */
    record Table(@NotBlank String name, @NotBlank String hashKey) {}
}
