package emptyrecord.dynamo.tools;

import emptyrecord.kit.testkit.SdkScript;
import org.junit.jupiter.api.Test;

/** AWS's SDKs for JavaScript and Python; the one for Java is used by all the other tests. */
class SdkScriptsIT extends RunningTables {

    @Test
    void javaScriptKeepsAShopsOrders() {
        SdkScript.javaScript().run("dynamo.cjs", endpoint());
    }

    @Test
    void pythonKeepsAShopsOrders() {
        SdkScript.python().run("dynamo.py", endpoint());
    }
}
