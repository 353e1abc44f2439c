package emptyrecord.dynamo.web;

import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** DescribeLimits and DescribeEndpoints: answers about the account, with the service's defaults in us-east-1. */
final class AccountOperations {

    /** Default quotas (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html). */
    private static final int ACCOUNT_UNITS_MAX = 80_000;

    private static final int TABLE_UNITS_MAX = 40_000;

    /** A day, as the service says. */
    private static final int CACHE_MINUTES = 1440;

    Map<String, Operation> all() {
        return Map.of("DescribeLimits", this::limits, "DescribeEndpoints", this::endpoints);
    }

    private void limits(Call call, JsonGenerator out) {
        out.writeNumberProperty("AccountMaxReadCapacityUnits", ACCOUNT_UNITS_MAX);
        out.writeNumberProperty("AccountMaxWriteCapacityUnits", ACCOUNT_UNITS_MAX);
        out.writeNumberProperty("TableMaxReadCapacityUnits", TABLE_UNITS_MAX);
        out.writeNumberProperty("TableMaxWriteCapacityUnits", TABLE_UNITS_MAX);
    }

    /** The regional name, which the region's DNS answers with the load balancers (F30). */
    private void endpoints(Call call, JsonGenerator out) {
        out.writeArrayPropertyStart("Endpoints");
        out.writeStartObject();
        out.writeStringProperty("Address", "dynamodb.us-east-1.amazonaws.com");
        out.writeNumberProperty("CachePeriodInMinutes", CACHE_MINUTES);
        out.writeEndObject();
        out.writeEndArray();
    }
}
