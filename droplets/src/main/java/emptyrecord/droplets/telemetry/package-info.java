@NullMarked
package emptyrecord.droplets.telemetry;

import org.jspecify.annotations.NullMarked;
