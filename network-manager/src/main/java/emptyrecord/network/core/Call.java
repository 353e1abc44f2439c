package emptyrecord.network.core;

import java.util.Optional;

/**
 * A connection to an instance.
 *
 * @param target the instance that is called
 * @param from the caller's zone
 * @param caller the caller's own instance, if it has one
 */
public record Call(InstanceId target, Az from, Optional<InstanceId> caller) {}
