@NullMarked
package emptyrecord.customers.telemetry;

import org.jspecify.annotations.NullMarked;
