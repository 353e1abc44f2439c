package emptyrecord.control.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Makes the self-contained page of a report: template, chart library and data in one file; it loads nothing. */
final class ReportPage {

    private static final String WEBJAR = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

    private ReportPage() {}

    /**
     * @param report JSON
     * @param samples JSON array
     */
    static String html(String report, String samples) {
        String dist = "/META-INF/resources/webjars/uplot/" + version() + "/dist/";
        return read("/report/report.html")
                .replace("/*CHART_STYLE*/", read(dist + "uPlot.min.css"))
                .replace("/*CHART_SCRIPT*/", read(dist + "uPlot.iife.min.js"))
                .replace("/*PAGE_STYLE*/", read("/report/report.css"))
                .replace("/*PAGE_SCRIPT*/", read("/report/report.js"))
                .replace("/*REPORT*/", inScript(report))
                .replace("/*SAMPLES*/", inScript(samples));
    }

    /** A closing tag inside data must not end the script. */
    private static String inScript(String json) {
        return json.replace("</", "<\\/");
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = open(WEBJAR)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }

    private static String read(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = ReportPage.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(resource + " is not on the class path");
        }
        return in;
    }
}
