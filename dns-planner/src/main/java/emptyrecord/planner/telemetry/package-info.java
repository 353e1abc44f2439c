@NullMarked
package emptyrecord.planner.telemetry;

import org.jspecify.annotations.NullMarked;
