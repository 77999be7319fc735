/** From what may be said next to what was said: rules, searches, and when to try again. */
@NullMarked
package io.clipforge.speech.decoding;

import org.jspecify.annotations.NullMarked;
