@NullMarked
package emptyrecord.nlb.telemetry;

import org.jspecify.annotations.NullMarked;
