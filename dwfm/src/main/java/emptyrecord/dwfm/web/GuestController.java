package emptyrecord.dwfm.web;

import emptyrecord.api.client.Routes;
import emptyrecord.dwfm.fleet.Fleet;
import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.Orders;
import emptyrecord.kit.web.NotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an instance's own operating system does: {@code POST /instances/{id}/shutdown} and {@code /reboot}. It passes no
 * front end and no request limit, but needs the droplet's lease as a request does (F50).
 */
@RestController
public class GuestController {

    private final Orders orders;
    private final Fleet fleet;

    public GuestController(Orders orders, Fleet fleet) {
        this.orders = orders;
        this.fleet = fleet;
    }

    /**
     * The answer.
     *
     * @param state of the instance as EC2 sees it
     * @param order in hand now: {@code reboot}, {@code stop} or {@code terminate}
     * @param leaseHeld whether it can be carried out now; otherwise it waits
     */
    record Begun(String instance, String state, String order, boolean leaseHeld) {}

    @PostMapping(Routes.INSTANCES + "/{id}/shutdown")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun shutdown(@PathVariable String id) {
        return begin(id, false);
    }

    @PostMapping(Routes.INSTANCES + "/{id}/reboot")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun reboot(@PathVariable String id) {
        return begin(id, true);
    }

    private Begun begin(String id, boolean reboot) {
        try {
            Instance i = orders.orderFromInside(id, reboot).after();
            String order = i.life().order().name().toLowerCase(java.util.Locale.ROOT);
            return new Begun(i.id(), i.state().word(), order, fleet.canChange(i.droplet()));
        } catch (Ec2Exception e) {
            if (e.error() == Ec2Error.INVALID_INSTANCE_ID_NOT_FOUND) {
                throw new NotFoundException(String.valueOf(e.getMessage()));
            }
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
