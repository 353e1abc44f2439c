@NullMarked
package emptyrecord.droplets.web;

import org.jspecify.annotations.NullMarked;
