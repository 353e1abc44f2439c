package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.instances.InstanceStore.Changed;
import java.util.List;
import java.util.function.Function;

/**
 * Changes of what an instance is, as CreateTags and ModifyInstanceAttribute make them. They touch no droplet, so they need
 * no lease; the front end needs DynamoDB for them as for any work (F10). Journaled before they are answered.
 */
public final class KindChanges {

    private final InstanceStore store;
    private final Prerequisites prerequisites;

    public KindChanges(InstanceStore store, Prerequisites prerequisites) {
        this.store = store;
        this.prerequisites = prerequisites;
    }

    /**
     * Changes all of them, or none.
     *
     * @param ids each once
     * @param change the new kind of an instance; may refuse it
     * @throws Ec2Exception with InvalidInstanceID.NotFound, InternalError, InstanceLimitExceeded, or of {@code change}
     */
    public List<Changed> change(List<String> ids, Function<Instance, LaunchSpec.Kind> change) {
        prerequisites.check();
        return store.changeKinds(ids, change);
    }
}
