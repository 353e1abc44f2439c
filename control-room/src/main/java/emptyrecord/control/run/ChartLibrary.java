package emptyrecord.control.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** uPlot, from its webjar: the charts of the page and of the report. */
public final class ChartLibrary {

    private static final String WEBJAR = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";
    private static final String DIST = "/META-INF/resources/webjars/uplot/" + version() + "/dist/";

    private ChartLibrary() {}

    public static String style() {
        return Resource.text(DIST + "uPlot.min.css");
    }

    public static String script() {
        return Resource.text(DIST + "uPlot.iife.min.js");
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
