package emptyrecord.control.client;

import emptyrecord.control.settings.ControlSettings;
import emptyrecord.kit.web.NotFoundException;
import java.util.ArrayList;
import java.util.List;

/** All services of the lab but the control room itself. */
public record Peers(
        Peer route53,
        Peer planner,
        List<Peer> enactors,
        Peer dynamo,
        Peer droplets,
        Peer dwfm,
        Peer network,
        Peer nlb) {

    public static Peers of(ControlSettings.Peers urls) {
        List<Peer> enactors = new ArrayList<>();
        for (int i = 0; i < urls.enactorUrls().size(); i++) {
            enactors.add(new Peer(
                    "dns-enactor-" + (char) ('a' + i), urls.enactorUrls().get(i)));
        }
        return new Peers(
                new Peer("fake-route53", urls.route53Url()),
                new Peer("dns-planner", urls.plannerUrl()),
                List.copyOf(enactors),
                new Peer("fake-dynamo", urls.dynamoUrl()),
                new Peer("droplets", urls.dropletsUrl()),
                new Peer("dwfm", urls.dwfmUrl()),
                new Peer("network-manager", urls.networkUrl()),
                new Peer("nlb-healthcheck", urls.nlbUrl()));
    }

    public List<Peer> all() {
        List<Peer> all = new ArrayList<>(List.of(route53, planner));
        all.addAll(enactors);
        all.addAll(List.of(dynamo, droplets, dwfm, network, nlb));
        return all;
    }

    /** @throws NotFoundException lists the names there are */
    public Peer byName(String name) {
        return all().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no service '" + name + "'; there are "
                        + all().stream().map(Peer::name).toList()));
    }
}
