package emptyrecord.kit.ec2;

/**
 * What to launch: always one instance.
 *
 * @param launchClass {@code customer}, or {@code internal} for AWS's own fleets, which the customers' throttle spares
 * @param zone Availability Zone, for example {@code us-east-1a}
 */
public record LaunchRequest(String launchClass, String zone) {}
