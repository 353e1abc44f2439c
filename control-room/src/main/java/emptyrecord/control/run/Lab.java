package emptyrecord.control.run;

import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import emptyrecord.control.customers.Demand;
import emptyrecord.control.operations.Operations;
import emptyrecord.control.settings.ControlSettings;
import emptyrecord.control.watch.EventFeed;
import emptyrecord.control.watch.Switchboards;
import emptyrecord.control.watch.Watcher;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.kit.events.EventLog;

/** What a replay works with. {@code dns} asks the authoritative server, without a cache. */
public record Lab(
        PeerClient http,
        Peers peers,
        DnsLookup dns,
        IncidentClock clock,
        Watcher watcher,
        EventFeed feed,
        EventLog events,
        Switchboards switchboards,
        Operations operations,
        Demand demand,
        ControlSettings settings) {}
