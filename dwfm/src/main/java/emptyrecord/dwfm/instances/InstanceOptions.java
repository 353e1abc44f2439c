package emptyrecord.dwfm.instances;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What a caller chose for an instance at its launch and may change later. Named as in EC2's API reference, "RunInstances".
 *
 * @param disableApiTermination callers of the API cannot terminate it
 * @param disableApiStop callers of the API can neither stop nor terminate it
 * @param monitoring detailed monitoring; kept, but nothing is measured here
 * @param ebsOptimized kept; there are no volumes
 * @param cpuCredits {@code standard} or {@code unlimited}; empty for its type's default
 * @param keyName as sent; empty for none
 * @param metadata of its metadata service
 */
public record InstanceOptions(
        boolean disableApiTermination,
        boolean disableApiStop,
        boolean monitoring,
        boolean ebsOptimized,
        String cpuCredits,
        String keyName,
        MetadataOptions metadata) {

    /** EC2's defaults. */
    public static final InstanceOptions DEFAULT =
            new InstanceOptions(false, false, false, false, "", "", MetadataOptions.DEFAULT);

    /** Its 64 bytes without the name, as characters of two bytes. */
    private static final int OBJECT_LENGTH = 32;

    /** Words and defaults are shared, so that ten thousand instances read from the journal stay small. */
    public InstanceOptions {
        cpuCredits = cpuCredits.intern();
        metadata = metadata.equals(MetadataOptions.DEFAULT) ? MetadataOptions.DEFAULT : metadata;
    }

    public InstanceOptions withDisableApiTermination(boolean wanted) {
        return new InstanceOptions(wanted, disableApiStop, monitoring, ebsOptimized, cpuCredits, keyName, metadata);
    }

    public InstanceOptions withDisableApiStop(boolean wanted) {
        return new InstanceOptions(
                disableApiTermination, wanted, monitoring, ebsOptimized, cpuCredits, keyName, metadata);
    }

    public InstanceOptions withMonitoring(boolean wanted) {
        return new InstanceOptions(
                disableApiTermination, disableApiStop, wanted, ebsOptimized, cpuCredits, keyName, metadata);
    }

    public InstanceOptions withEbsOptimized(boolean wanted) {
        return new InstanceOptions(
                disableApiTermination, disableApiStop, monitoring, wanted, cpuCredits, keyName, metadata);
    }

    public InstanceOptions withCpuCredits(String wanted) {
        return new InstanceOptions(
                disableApiTermination, disableApiStop, monitoring, ebsOptimized, wanted, keyName, metadata);
    }

    public InstanceOptions withMetadata(MetadataOptions wanted) {
        return new InstanceOptions(
                disableApiTermination, disableApiStop, monitoring, ebsOptimized, cpuCredits, keyName, wanted);
    }

    /** Characters it takes in memory and in the journal; EC2's defaults are one object for all instances. */
    @JsonIgnore
    int length() {
        return equals(DEFAULT) ? 0 : OBJECT_LENGTH + keyName.length();
    }

    /** @throws Ec2Exception with OperationNotPermitted, as the user guide's "Termination protection" says */
    void refuseTermination(String id) {
        refuse(disableApiTermination, id, "terminated", "disableApiTermination");
        refuse(disableApiStop, id, "terminated", "disableApiStop");
    }

    /** @throws Ec2Exception with OperationNotPermitted, as the user guide's "Stop protection" says */
    void refuseStop(String id) {
        refuse(disableApiStop, id, "stopped", "disableApiStop");
    }

    private static void refuse(boolean refused, String id, String done, String attribute) {
        if (refused) {
            throw new Ec2Exception(
                    Ec2Error.OPERATION_NOT_PERMITTED,
                    "The instance '" + id + "' may not be " + done + ". Modify its '" + attribute
                            + "' instance attribute and try again.");
        }
    }
}
