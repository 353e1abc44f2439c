@NullMarked
package emptyrecord.route53.health;

import org.jspecify.annotations.NullMarked;
