@NullMarked
package emptyrecord.route53.tools;

import org.jspecify.annotations.NullMarked;
