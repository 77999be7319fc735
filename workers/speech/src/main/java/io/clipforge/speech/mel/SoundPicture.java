package io.clipforge.speech.mel;

/** A spectrogram that is looked at window by window, whether or not it is wholly in memory. */
public sealed interface SoundPicture permits Spectrogram, StreamedPicture {
    /** Rows. */
    int bins();

    /** Columns, 10 ms each. */
    int frames();

    /**
     * The columns from {@code from} on, {@code length} of them; zeros where there are none any
     * more.
     */
    Spectrogram window(int from, int length);
}
