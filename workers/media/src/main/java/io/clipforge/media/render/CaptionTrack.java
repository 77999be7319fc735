package io.clipforge.media.render;

import io.clipforge.media.captions.Caption;
import io.clipforge.media.captions.Word;
import io.clipforge.media.captions.drawing.CaptionPainter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The captions of a clip as pictures, one for each state, and a list that shows each from the frame
 * at which it is due.
 *
 * @param list for ffmpeg's concat demuxer; names lie beside it
 * @param left where the pictures stand in the frame
 */
record CaptionTrack(PictureList list, int left, int top) {
    /** Between two words nearer than this the highlight waits on the first. */
    private static final long HELD_MS = 300;

    /** About a frame. */
    private static final long STEP_MS = 34;

    private static final String NOTHING = "none.png";

    /** One look of a caption. */
    private record State(int caption, int word, int step) {
        String file() {
            return "%d-%d-%d.png".formatted(caption, word, step);
        }
    }

    /**
     * @param folder an empty one
     */
    static CaptionTrack paint(
            CaptionPainter painter, List<Caption> captions, Timeline timeline, Path folder)
            throws IOException {
        var shown = shown(captions, timeline, painter);
        Files.write(folder.resolve(NOTHING), painter.nothing());
        for (var state : distinct(shown)) {
            var caption = captions.get(state.caption());
            Files.write(
                    folder.resolve(state.file()),
                    painter.draw(caption, state.word(), state.step()));
        }
        var pictures = Arrays.stream(shown).map(CaptionTrack::file).toList();
        var list = PictureList.write(folder, "captions.ffconcat", pictures, timeline.rate());
        return new CaptionTrack(list, painter.left(), painter.top());
    }

    private static List<State> distinct(@Nullable State[] shown) {
        return Arrays.stream(shown).filter(Objects::nonNull).distinct().toList();
    }

    /** What is to be seen on each frame. */
    private static @Nullable State[] shown(
            List<Caption> captions, Timeline timeline, CaptionPainter painter) {
        var shown = new @Nullable State[timeline.frames()];
        for (int i = 0; i < captions.size(); i++) {
            var caption = captions.get(i);
            mark(shown, timeline, caption.startMs(), caption.endMs(), new State(i, -1, 0));
            var words = painter.followsWords() ? caption.words() : List.<Word>of();
            for (int word = 0; word < words.size(); word++) {
                long start = words.get(word).startMs();
                long end = painter.steps() > 0 ? left(caption, word) : highlightEnd(words, word);
                for (int step = 0; step <= painter.steps(); step++) {
                    long from = Math.min(start + step * STEP_MS, end);
                    mark(shown, timeline, from, end, new State(i, word, step));
                }
            }
        }
        return shown;
    }

    private static void mark(
            @Nullable State[] shown, Timeline timeline, long fromMs, long toMs, State state) {
        Arrays.fill(shown, timeline.clipFrame(fromMs), timeline.clipFrame(toMs), state);
    }

    /** Until when a word that came stays the last one. */
    private static long left(Caption caption, int word) {
        boolean last = word + 1 == caption.words().size();
        return last ? caption.endMs() : caption.words().get(word + 1).startMs();
    }

    private static long highlightEnd(List<Word> words, int word) {
        long end = words.get(word).endMs();
        boolean last = word + 1 == words.size();
        boolean held = !last && words.get(word + 1).startMs() - end < HELD_MS;
        return held ? words.get(word + 1).startMs() : end;
    }

    private static String file(@Nullable State state) {
        return state == null ? NOTHING : state.file();
    }
}
