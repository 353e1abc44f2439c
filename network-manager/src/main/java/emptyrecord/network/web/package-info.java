@NullMarked
package emptyrecord.network.web;

import org.jspecify.annotations.NullMarked;
