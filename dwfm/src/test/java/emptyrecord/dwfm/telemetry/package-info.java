@NullMarked
package emptyrecord.dwfm.telemetry;

import org.jspecify.annotations.NullMarked;
