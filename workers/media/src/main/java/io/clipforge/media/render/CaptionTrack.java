package io.clipforge.media.render;

import io.clipforge.media.captions.Caption;
import io.clipforge.media.captions.Word;
import io.clipforge.media.captions.drawing.CaptionPainter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * The captions of a clip as pictures, one for each state, and a list that shows each from the frame
 * at which it is due.
 *
 * @param list for ffmpeg's concat demuxer; names lie beside it
 * @param left where the pictures stand in the frame
 */
record CaptionTrack(Path list, int left, int top) {
    /** Between two words nearer than this the highlight waits on the first. */
    private static final long HELD_MS = 300;

    private static final String NOTHING = "none.png";

    /** The names lie beside the list; only an unsafe list may set the pictures' frame rate. */
    List<String> input() {
        return List.of("-f", "concat", "-safe", "0", "-i", "file:" + list.toAbsolutePath());
    }

    /**
     * @param folder an empty one
     */
    static CaptionTrack paint(
            CaptionPainter painter, List<Caption> captions, Timeline timeline, Path folder)
            throws IOException {
        var shown = shown(captions, timeline, painter.highlightsSpokenWord());
        var needed = new HashSet<>(Arrays.asList(shown));
        Files.write(folder.resolve(NOTHING), painter.nothing());
        for (int i = 0; i < captions.size(); i++) {
            for (int word = -1; word < captions.get(i).words().size(); word++) {
                if (needed.contains(name(i, word))) {
                    Files.write(folder.resolve(name(i, word)), painter.draw(captions.get(i), word));
                }
            }
        }
        var list = Files.writeString(folder.resolve("captions.ffconcat"), list(shown, timeline));
        return new CaptionTrack(list, painter.left(), painter.top());
    }

    /** The name of the picture on each frame. */
    private static String[] shown(List<Caption> captions, Timeline timeline, boolean eachWord) {
        var shown = new String[timeline.frames()];
        Arrays.fill(shown, NOTHING);
        for (int i = 0; i < captions.size(); i++) {
            var caption = captions.get(i);
            mark(shown, timeline, caption.startMs(), caption.endMs(), name(i, -1));
            var words = eachWord ? caption.words() : List.<Word>of();
            for (int word = 0; word < words.size(); word++) {
                long end = highlightEnd(words, word);
                mark(shown, timeline, words.get(word).startMs(), end, name(i, word));
            }
        }
        return shown;
    }

    private static void mark(
            String[] shown, Timeline timeline, long fromMs, long toMs, String name) {
        Arrays.fill(shown, timeline.clipFrame(fromMs), timeline.clipFrame(toMs), name);
    }

    private static long highlightEnd(List<Word> words, int word) {
        long end = words.get(word).endMs();
        boolean last = word + 1 == words.size();
        boolean held = !last && words.get(word + 1).startMs() - end < HELD_MS;
        return held ? words.get(word + 1).startMs() : end;
    }

    /** Without a frame rate of its own a picture's time is rounded to a 25th of a second. */
    private static String list(String[] shown, Timeline timeline) {
        var list = new StringBuilder("ffconcat version 1.0\n");
        for (int from = 0, to; from < shown.length; from = to) {
            to = from + 1;
            while (to < shown.length && shown[to].equals(shown[from])) {
                to++;
            }
            double seconds = timeline.rate().seconds(to - from);
            list.append("file '%s'\noption pattern_type none\n".formatted(shown[from]));
            list.append("option framerate %s\n".formatted(timeline.rate()));
            list.append(String.format(Locale.ROOT, "duration %.6f\n", seconds));
        }
        return list.toString();
    }

    private static String name(int caption, int word) {
        return word < 0 ? "%d.png".formatted(caption) : "%d-%d.png".formatted(caption, word);
    }
}
