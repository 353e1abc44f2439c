@NullMarked
package emptyrecord.control.web;

import org.jspecify.annotations.NullMarked;
