package io.clipforge.speech.decoding;

/** What a multilingual model is to write. */
public enum Task {
    /** The words that were said, in their language. */
    TRANSCRIBE,
    /** What was said, in English. */
    TRANSLATE
}
