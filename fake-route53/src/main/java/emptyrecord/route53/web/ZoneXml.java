package emptyrecord.route53.web;

import emptyrecord.kit.xml.XmlWriter;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.ZoneDefaults;
import emptyrecord.route53.zones.ChangeInfo;

/** Hosted zones and changes as Route 53 shows them. */
final class ZoneXml {

    private ZoneXml() {}

    static void zone(XmlWriter answer, ZoneData zone) {
        answer.element(
                "HostedZone",
                z -> z.text("Id", "/hostedzone/" + zone.id())
                        .text("Name", zone.apex())
                        .text("CallerReference", zone.profile().callerReference())
                        .element("Config", config -> {
                            zone.profile().comment().ifPresent(comment -> config.text("Comment", comment));
                            config.text("PrivateZone", false);
                        })
                        .text("ResourceRecordSetCount", zone.records().size()));
    }

    static void delegation(XmlWriter answer) {
        answer.element(
                "DelegationSet",
                set -> set.element("NameServers", servers -> {
                    for (String server : ZoneDefaults.NAME_SERVERS) {
                        servers.text("NameServer", server.substring(0, server.length() - 1));
                    }
                }));
    }

    static void change(XmlWriter answer, ChangeInfo change) {
        answer.element(
                "ChangeInfo",
                info -> info.text("Id", "/change/" + change.id())
                        .text("Status", change.inSync() ? "INSYNC" : "PENDING")
                        .text("SubmittedAt", change.submittedAt()));
    }
}
