package emptyrecord.customers.core.account;

import emptyrecord.customers.core.stack.Api;
import java.time.Duration;
import java.util.Map;

/**
 * What one client got so far.
 *
 * @param apis by API
 * @param lost customer time lost with at least one API, overlaps counted once
 */
public record ClientStanding(Map<Api, ApiStanding> apis, Duration lost) {}
