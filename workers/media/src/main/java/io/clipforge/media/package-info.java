/**
 * Decodes and measures media. Owns the bounded subprocess in which strangers' files are opened, and
 * what is read from them: facts, sound, frames, loudness. Knows no queue and no object store.
 */
@NullMarked
package io.clipforge.media;

import org.jspecify.annotations.NullMarked;
