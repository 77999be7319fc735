package io.clipforge.media.captions.vtt;

import java.util.List;
import java.util.Locale;

/** A piece of a cue's text. */
public sealed interface VttNode {
    /** What is shown, character references resolved. */
    record Text(String text) implements VttNode {}

    /** When what follows is said, on the file's clock. */
    record Timestamp(long ms) implements VttNode {}

    /**
     * @param classes without points
     * @param annotation the speaker of a voice, the BCP 47 tag of a language, else empty; single
     *     spaces only
     */
    record Span(Kind kind, List<String> classes, String annotation, List<VttNode> children)
            implements VttNode {
        public Span {
            classes = List.copyOf(classes);
            children = List.copyOf(children);
        }
    }

    /** Named as its tag. */
    enum Kind {
        C,
        I,
        B,
        U,
        RUBY,
        RT,
        V,
        LANG;

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Others have no use for words behind their name. */
        boolean annotated() {
            return this == V || this == LANG;
        }
    }
}
