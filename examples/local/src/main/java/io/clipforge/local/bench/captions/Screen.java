package io.clipforge.local.bench.captions;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.MediaException;
import io.clipforge.media.Probe;
import io.clipforge.media.captions.Cue;
import io.clipforge.media.captions.Srt;
import io.clipforge.media.captions.SubtitleFormatException;
import io.clipforge.media.captions.Word;
import io.clipforge.media.captions.drawing.CaptionLook;
import io.clipforge.media.captions.drawing.Color;
import io.clipforge.media.reframe.Size;
import io.clipforge.media.render.ClipOrder;
import io.clipforge.media.render.ClipRenderer;
import io.clipforge.media.render.VideoEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Renders a video with its words and tells from which frame each is highlighted. */
final class Screen {
    /** Small, for speed: when a word is shown does not depend on it. */
    private static final Size FRAME = new Size(360, 640);

    private static final Color GROUND = Color.parse("#1D3557");
    private static final Color PLATE = Color.parse("#FFD60A");
    private static final Pattern ENTRY =
            Pattern.compile("file '(\\d+)-(-?\\d+)-\\d+\\.png'|duration ([0-9.]+)|file ");

    private final Ffmpeg ffmpeg;

    Screen(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * When each word appears, milliseconds, by its index; a word that is too short to be seen does
     * not.
     *
     * @param folder an empty one
     */
    Map<Integer, Double> appearances(Path video, List<Spoken> words, Path folder)
            throws IOException, InterruptedException, MediaException, SubtitleFormatException {
        var info = new Probe(ffmpeg).inspect(video);
        var order =
                new ClipOrder(
                        video,
                        info,
                        0,
                        info.duration().toMillis(),
                        List.of(FRAME),
                        List.of(),
                        words.stream().map(Screen::word).toList(),
                        List.of(),
                        ClipOrder.Wording.PLAIN,
                        new CaptionLook(CaptionLook.Style.KARAOKE, Color.WHITE, PLATE, GROUND),
                        new ClipOrder.Palette(GROUND, PLATE, Color.WHITE),
                        null);
        var clip =
                new ClipRenderer(ffmpeg, VideoEncoder.choose(ffmpeg))
                        .render(order, folder, _ -> {})
                        .getFirst();
        var list = folder.resolve("360x640").resolve("captions.ffconcat");
        return firstSeen(Files.readString(list), Srt.read(Files.readString(clip.srt())));
    }

    private static Word word(Spoken word) {
        return new Word(word.text(), Math.round(word.startMs()), Math.round(word.endMs()), null);
    }

    /** From the list of pictures that are laid over the frames. */
    private static Map<Integer, Double> firstSeen(String list, List<Cue> cues) {
        var seen = new HashMap<Integer, Double>();
        double seconds = 0;
        var entries = ENTRY.matcher(list);
        while (entries.find()) {
            if (entries.group(3) != null) {
                seconds += Double.parseDouble(entries.group(3));
            } else if (entries.group(2) != null && !entries.group(2).startsWith("-")) {
                int before = wordsBefore(cues, Integer.parseInt(entries.group(1)));
                seen.putIfAbsent(before + Integer.parseInt(entries.group(2)), 1000 * seconds);
            }
        }
        return seen;
    }

    private static int wordsBefore(List<Cue> cues, int caption) {
        return IntStream.range(0, caption).map(i -> cues.get(i).text().split(" ", -1).length).sum();
    }
}
