@NullMarked
package emptyrecord.route53.telemetry;

import org.jspecify.annotations.NullMarked;
