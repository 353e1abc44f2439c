@NullMarked
package emptyrecord.route53.dns;

import org.jspecify.annotations.NullMarked;
