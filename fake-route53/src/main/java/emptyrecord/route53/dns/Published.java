package emptyrecord.route53.dns;

import emptyrecord.route53.core.Health;
import emptyrecord.route53.core.Zones;

/** What DNS answers from, for the time of one answer. */
record Published(Zones zones, Health health) {}
