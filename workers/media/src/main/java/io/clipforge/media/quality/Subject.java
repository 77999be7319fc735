package io.clipforge.media.quality;

import java.util.Locale;
import java.util.Set;

/** What is checked. */
public enum Subject {
    /** Words that the clip's start or end cuts through. */
    WORDS_CUT(Unit.COUNT),
    /** Ends of the clip that lie within a sentence. */
    SENTENCES_CUT(Unit.COUNT),
    /** Between a caption and the word it begins with; 95 of 100 captions are nearer. */
    CAPTION_TIMING(Unit.MILLISECONDS),
    /** Boxes of the followed faces that lie wholly in the picture, of all of them. */
    FACE_IN_CROP(Unit.SHARE),
    /** How far the crop travels. */
    CROP_SPEED(Unit.PIXELS_PER_SECOND),
    /** How often the crop turns back. */
    CROP_REVERSALS(Unit.PER_SECOND),
    /** Black picture, whoever made it so. */
    BLACK_PICTURE(Unit.SECONDS),
    /** Black picture where the source shows something. */
    BLACK_ADDED(Unit.SECONDS),
    /** The longest stretch in which nothing moves. */
    FROZEN_PICTURE(Unit.SECONDS),
    /** The longest stretch in which nothing moves although the source does. */
    FROZEN_ADDED(Unit.SECONDS),
    /** Difference of brightness between the file and what was drawn; the best of its key frames. */
    PICTURE_ENCODING(Unit.SHARE),
    /** The longest stretch without sound. */
    SILENCE(Unit.SECONDS),
    /** Silence where the source has sound. */
    SILENCE_ADDED(Unit.SECONDS),
    LOUDNESS(Unit.LUFS),
    TRUE_PEAK(Unit.DBTP),
    /** Between the picture and the sound, at their beginning or at their end. */
    SYNC(Unit.MILLISECONDS),
    /** Between the clip's length and the one asked for. */
    LENGTH(Unit.MILLISECONDS),
    /** Faults of the file's form: its size, its encoding, the place of its index. */
    FORMAT(Unit.COUNT);

    private final Unit unit;

    Subject(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }

    /** As the API writes it: {@code face_in_crop}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What may help; empty when another try would end the same way. */
    Set<Precaution> precautions() {
        return switch (this) {
            case WORDS_CUT, SENTENCES_CUT, BLACK_PICTURE, FROZEN_PICTURE, SILENCE -> Set.of();
            case CAPTION_TIMING -> Set.of(Precaution.PLAIN_CAPTIONS);
            case FACE_IN_CROP, CROP_SPEED, CROP_REVERSALS -> Set.of(Precaution.WHOLE_PICTURE);
            case BLACK_ADDED, FROZEN_ADDED ->
                    Set.of(Precaution.WHOLE_PICTURE, Precaution.SOFTWARE_ENCODER);
            case PICTURE_ENCODING, SYNC, LENGTH, FORMAT -> Set.of(Precaution.SOFTWARE_ENCODER);
            case SILENCE_ADDED, LOUDNESS, TRUE_PEAK -> Set.of(Precaution.LOW_CEILING);
        };
    }
}
