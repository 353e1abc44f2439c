@NullMarked
package emptyrecord.route53.web;

import org.jspecify.annotations.NullMarked;
