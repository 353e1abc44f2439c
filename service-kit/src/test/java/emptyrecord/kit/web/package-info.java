@NullMarked
package emptyrecord.kit.web;

import org.jspecify.annotations.NullMarked;
