package io.clipforge.media.quality;

/** A safer setting for another try at a clip that failed a check. */
public enum Precaution {
    /** The whole picture on a blurred ground, standing still. */
    WHOLE_PICTURE,
    /** Captions change as a whole, without a highlight that moves from word to word. */
    PLAIN_CAPTIONS,
    /** The encoder every machine has. */
    SOFTWARE_ENCODER,
    /** A lower ceiling and more bits for the sound. */
    LOW_CEILING
}
