@NullMarked
package emptyrecord.route53.core.health;

import org.jspecify.annotations.NullMarked;
