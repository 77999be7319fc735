/**
 * Turns speech into words with times. Owns the recognisers, supplied transcripts and the cutting of
 * words into sentences.
 */
@NullMarked
package io.clipforge.fleet.transcribe;

import org.jspecify.annotations.NullMarked;
