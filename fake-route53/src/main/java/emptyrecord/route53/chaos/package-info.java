@NullMarked
package emptyrecord.route53.chaos;

import org.jspecify.annotations.NullMarked;
