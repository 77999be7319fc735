/**
 * Finds what can be left out of a clip: pauses and filler words. Owns the choice; the render
 * package makes the jumps.
 */
@NullMarked
package io.clipforge.media.cuts;

import org.jspecify.annotations.NullMarked;
