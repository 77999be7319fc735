/** Whisper's alphabet: text in pieces of bytes, and tokens that mean languages, tasks and times. */
@NullMarked
package io.clipforge.speech.tokens;

import org.jspecify.annotations.NullMarked;
