@NullMarked
package emptyrecord.enactor.web;

import org.jspecify.annotations.NullMarked;
