/** The alarms of a drill: the rules of prometheus/rules/alerts.yml, evaluated over samples and events. */
@NullMarked
package emptyrecord.night.alarm;

import org.jspecify.annotations.NullMarked;
