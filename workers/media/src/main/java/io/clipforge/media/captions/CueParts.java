package io.clipforge.media.captions;

import io.clipforge.media.captions.vtt.VttCue;
import io.clipforge.media.captions.vtt.VttNode;
import io.clipforge.media.captions.vtt.VttNode.Kind;
import io.clipforge.media.captions.vtt.VttNode.Span;
import io.clipforge.media.captions.vtt.VttNode.Text;
import io.clipforge.media.captions.vtt.VttNode.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes a WebVTT cue apart where another voice begins and where a timestamp tells when the rest is
 * said. What stands above ruby says the same again and is left out.
 */
final class CueParts {
    private final long endMs;
    private final List<Cue> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable String voice;
    private long startMs;

    private CueParts(VttCue cue) {
        startMs = cue.startMs();
        endMs = cue.endMs();
    }

    /** In order; none when nothing is said or the cue ends before it starts. */
    static List<Cue> of(VttCue cue) {
        if (cue.endMs() <= cue.startMs()) {
            return List.of();
        }
        var parts = new CueParts(cue);
        parts.addAll(cue.nodes(), null);
        parts.finish(parts.endMs);
        return parts.parts;
    }

    private void addAll(List<VttNode> nodes, @Nullable String speaker) {
        for (var node : nodes) {
            switch (node) {
                case Text(var shown) -> add(shown, speaker);
                case Timestamp(var ms) -> proceed(ms);
                case Span span when span.kind() == Kind.RT -> {}
                case Span span when span.kind() == Kind.V && !span.annotation().isEmpty() ->
                        addAll(span.children(), span.annotation());
                case Span span -> addAll(span.children(), speaker);
            }
        }
    }

    private void add(String shown, @Nullable String speaker) {
        if (!shown.isBlank() && !Objects.equals(voice, speaker)) {
            finish(endMs);
            voice = speaker;
        }
        text.append(shown);
    }

    /** A time that is not within the cue, or goes back, means nothing. */
    private void proceed(long ms) {
        if (ms > startMs && ms < endMs) {
            finish(ms);
            startMs = ms;
        }
    }

    private void finish(long partEndMs) {
        var lines = text.toString().lines().map(String::strip).filter(it -> !it.isBlank()).toList();
        if (!lines.isEmpty()) {
            parts.add(new Cue(startMs, partEndMs, voice, lines));
        }
        text.setLength(0);
    }
}
