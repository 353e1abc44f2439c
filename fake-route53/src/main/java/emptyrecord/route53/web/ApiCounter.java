package emptyrecord.route53.web;

import java.time.Duration;

/** Counts requests of the control API. */
public interface ApiCounter {

    /**
     * @param code {@code OK} or the error's code
     * @param took real time
     */
    void served(Operation operation, String code, Duration took);
}
