@NullMarked
package emptyrecord.nlb.web;

import org.jspecify.annotations.NullMarked;
