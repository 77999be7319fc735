/**
 * A clip's sound as samples, and what is done to them. The render package decodes, measures and
 * encodes.
 */
@NullMarked
package io.clipforge.media.sound;

import org.jspecify.annotations.NullMarked;
