@NullMarked
package emptyrecord.route53;

import org.jspecify.annotations.NullMarked;
