@NullMarked
package emptyrecord.route53.zones;

import org.jspecify.annotations.NullMarked;
