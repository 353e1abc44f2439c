@NullMarked
package emptyrecord.api.route53;

import org.jspecify.annotations.NullMarked;
