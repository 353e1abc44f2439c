package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.InstanceStore.Changed;
import emptyrecord.kit.xml.XmlDocument;
import emptyrecord.kit.xml.XmlWriter;
import java.util.List;

/** Answers about state changes: EC2's {@code InstanceStateChange}, one for each instance. */
final class StateChange {

    /** An instance in such an answer, rounded up. */
    private static final int BYTES = 240;

    private StateChange() {}

    static long bytesMax(int instances) {
        return (long) BYTES * instances;
    }

    static XmlDocument answer(String action, List<Changed> changes) {
        return write(action, changes, false);
    }

    /** A start is answered with {@code pending}, as EC2's is. */
    static XmlDocument started(String action, List<Changed> changes) {
        return write(action, changes, true);
    }

    private static XmlDocument write(String action, List<Changed> changes, boolean start) {
        return Ec2Xml.answer(
                action,
                bytesMax(changes.size()),
                xml -> xml.element(
                        "instancesSet",
                        () -> changes.forEach(c -> xml.element("item", () -> {
                            xml.text("instanceId", c.after().id());
                            if (start && !c.before().equals(c.after())) {
                                pending(xml, "currentState");
                            } else {
                                state(xml, "currentState", c.after().state());
                            }
                            state(xml, "previousState", c.before().state());
                        }))));
    }

    static void pending(XmlWriter xml, String element) {
        xml.element(element, () -> xml.text("code", 0).text("name", "pending"));
    }

    static void state(XmlWriter xml, String element, Instance.State state) {
        xml.element(element, () -> xml.text("code", state.code()).text("name", state.word()));
    }
}
