package emptyrecord.dwfm.web.ec2;

import emptyrecord.kit.xml.XmlDocument;
import java.util.Set;

/**
 * One action of EC2's API, named as its class is. The class comment names the page of EC2's API reference that it follows.
 */
interface Ec2Action {

    /**
     * The action's parameters in the API reference, as {@link ParameterNames} reads them. Some are accepted and change nothing here.
     */
    Set<String> parameters();

    /**
     * Carries the action out.
     *
     * @param room for a long answer, to be taken before anything is done: finished work cannot be refused
     * @throws emptyrecord.dwfm.instances.Ec2Exception with EC2's code
     */
    XmlDocument answer(Ec2Form form, LongAnswer room);

    default String name() {
        return getClass().getSimpleName();
    }
}
