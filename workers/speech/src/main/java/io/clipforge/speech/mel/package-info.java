/** The picture of sound that Whisper looks at: a log-mel spectrogram. */
@NullMarked
package io.clipforge.speech.mel;

import org.jspecify.annotations.NullMarked;
