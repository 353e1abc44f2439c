package emptyrecord.dwfm;

import emptyrecord.kit.testkit.SdkScript;
import org.junit.jupiter.api.Test;

/** AWS's SDKs for JavaScript and Python launch, find and terminate instances. */
class SdkScriptsIT extends RunningDwfm {

    @Test
    void javaScriptLivesThroughAnInstancesLife() {
        SdkScript sdk = SdkScript.javaScript();
        awaitLeases(18);
        sdk.run("ec2.cjs", base());
    }

    @Test
    void pythonLivesThroughAnInstancesLife() {
        SdkScript sdk = SdkScript.python();
        awaitLeases(18);
        sdk.run("ec2.py", base());
    }
}
