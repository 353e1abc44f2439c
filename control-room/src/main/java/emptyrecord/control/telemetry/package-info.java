@NullMarked
package emptyrecord.control.telemetry;

import org.jspecify.annotations.NullMarked;
