/** Transcripts: words with times, in several formats. */
@NullMarked
package io.clipforge.api.transcripts;

import org.jspecify.annotations.NullMarked;
