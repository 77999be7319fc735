/** When each word was said: where the decoder looked in the sound while it wrote it. */
@NullMarked
package io.clipforge.speech.words;

import org.jspecify.annotations.NullMarked;
