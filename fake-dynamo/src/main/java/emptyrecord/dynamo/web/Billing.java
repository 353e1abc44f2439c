package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import tools.jackson.core.JsonGenerator;

/**
 * How a table is paid for. Both modes are accepted and mean the same here, but a definition that the service would refuse
 * is refused, and clients find the members that they read.
 */
final class Billing {

    private Billing() {}

    private enum Mode {
        PROVISIONED,
        PAY_PER_REQUEST
    }

    static void refuseIncoherent(Call create) {
        Mode mode = create.choice("BillingMode", Mode.class, Mode.PROVISIONED);
        boolean units = create.has("ProvisionedThroughput");
        if (mode == Mode.PROVISIONED && !units) {
            throw Refusal.parameters("ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode "
                    + "is PROVISIONED");
        }
        if (mode == Mode.PAY_PER_REQUEST && units) {
            throw Refusal.parameters("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when "
                    + "BillingMode is PAY_PER_REQUEST");
        }
    }

    /** Of UpdateTable, which may leave the mode as it is. */
    static void refuseIncoherentChange(Call update) {
        if (update.has("BillingMode")) {
            refuseIncoherent(update);
        }
    }

    /** Of an on-demand table, as every table here is. */
    static void describe(JsonGenerator out) {
        out.writeObjectPropertyStart("BillingModeSummary");
        out.writeStringProperty("BillingMode", Mode.PAY_PER_REQUEST.name());
        out.writeEndObject();
        throughput(out);
    }

    /** Of an on-demand table or index. */
    static void throughput(JsonGenerator out) {
        out.writeObjectPropertyStart("ProvisionedThroughput");
        out.writeNumberProperty("NumberOfDecreasesToday", 0);
        out.writeNumberProperty("ReadCapacityUnits", 0);
        out.writeNumberProperty("WriteCapacityUnits", 0);
        out.writeEndObject();
    }
}
