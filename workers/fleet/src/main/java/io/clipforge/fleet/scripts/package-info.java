/**
 * Gives the words of a plain script the times at which they were heard. Owns the matching of what
 * was written to what was recognised; does not recognise.
 */
@NullMarked
package io.clipforge.fleet.scripts;

import org.jspecify.annotations.NullMarked;
