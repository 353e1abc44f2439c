package emptyrecord.control;

import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import emptyrecord.control.customers.Demand;
import emptyrecord.control.page.Audience;
import emptyrecord.control.page.FrameSchedule;
import emptyrecord.control.page.PageFrames;
import emptyrecord.control.run.Replays;
import emptyrecord.control.settings.ControlSettings;
import emptyrecord.control.watch.CurrentPhase;
import emptyrecord.control.watch.EventFeed;
import emptyrecord.control.watch.SceneReader;
import emptyrecord.control.watch.Switchboards;
import emptyrecord.control.watch.Watcher;
import emptyrecord.control.watch.ZoneWatch;
import emptyrecord.kit.clock.IncidentClock;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import software.amazon.awssdk.services.route53.Route53Client;
import tools.jackson.databind.json.JsonMapper;

/** The page: its frames, its open viewers, and the chart library, served from its own webjar. */
@Configuration
class PageConfiguration implements WebMvcConfigurer {

    private static final String UPLOT = "META-INF/maven/org.webjars.npm/uplot/pom.properties";

    @Bean
    SceneReader sceneReader(
            PeerClient http,
            Peers peers,
            Route53Client route53,
            ControlConfiguration.AuthoritativeDns dns,
            Demand demand,
            ControlSettings settings,
            IncidentClock clock) {
        String regional = settings.names().regional();
        return new SceneReader(
                http,
                peers,
                new SceneReader.DnsEyes(new ZoneWatch(route53, regional), dns.lookup(), regional),
                demand::calls,
                clock);
    }

    @Bean
    PageFrames frames(
            Watcher watcher,
            SceneReader scenes,
            EventFeed feed,
            CurrentPhase phases,
            Replays replays,
            Switchboards switchboards,
            IncidentClock clock) {
        return new PageFrames(
                new PageFrames.Sources(watcher, scenes, feed, phases, replays, switchboards, clock),
                Long.toString(clock.wallInstant().toEpochMilli(), 36));
    }

    @Bean
    Audience audience() {
        return new Audience();
    }

    @Bean
    FrameSchedule frameSchedule(PageFrames frames, Audience audience, JsonMapper json, ControlSettings settings) {
        return new FrameSchedule(frames, audience, json, settings.frameEvery());
    }

    /** {@code /vendor/…}: the page need not know the library's version. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/vendor/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/uplot/" + version() + "/dist/")
                .setCacheControl(CacheControl.noCache());
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = new ClassPathResource(UPLOT).getInputStream()) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("The chart library is not on the class path: " + UPLOT, e);
        }
        return properties.getProperty("version", "");
    }
}
