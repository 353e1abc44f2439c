package emptyrecord.control.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The self-contained page of a report: chart library and data in one file; it loads nothing.
 *
 * @param report JSON
 * @param samples JSON array
 */
record ReportPage(
        String chartStyle, String chartScript, String pageStyle, String pageScript, String report, String samples) {

    private static final HtmlTemplate TEMPLATE = new HtmlTemplate("/report/report.html");
    private static final String WEBJAR = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

    static String html(String report, String samples) {
        String dist = "/META-INF/resources/webjars/uplot/" + version() + "/dist/";
        return TEMPLATE.html(new ReportPage(
                Resource.text(dist + "uPlot.min.css"),
                Resource.text(dist + "uPlot.iife.min.js"),
                Resource.text("/report/report.css"),
                Resource.text("/report/report.js"),
                inScript(report),
                inScript(samples)));
    }

    /** The same JSON; nothing in it ends the script or opens a comment. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = Resource.open(WEBJAR)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }
}
