@NullMarked
package emptyrecord.route53.core;

import org.jspecify.annotations.NullMarked;
