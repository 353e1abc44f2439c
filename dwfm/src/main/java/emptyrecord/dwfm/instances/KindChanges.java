package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.instances.InstanceStore.Changed;
import java.util.List;
import java.util.function.Function;

/**
 * Changes of what an instance is, as CreateTags and ModifyInstanceAttribute make them. They touch no droplet, so they need
 * no lease; they are in the table before they are answered.
 */
public record KindChanges(InstanceStore store) {

    /**
     * Changes all of them, or none.
     *
     * @param ids each once
     * @param change the new kind of an instance; may refuse it
     * @throws Ec2Exception with InvalidInstanceID.NotFound, InternalError, InstanceLimitExceeded, or of {@code change}
     */
    public List<Changed> change(List<String> ids, Function<Instance, LaunchSpec.Kind> change) {
        return store.changeKinds(ids, change);
    }
}
