package io.clipforge.local.bench.render;

import io.clipforge.local.sample.DrawnFilm;
import io.clipforge.local.sample.DrawnFilm.Person;
import io.clipforge.media.captions.Word;
import io.clipforge.media.reframe.Face;
import io.clipforge.media.reframe.FaceTrack;
import io.clipforge.media.reframe.Shot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** A minute of somebody who walks and talks: the source of every clip. */
final class Talk {
    static final long LENGTH_MS = 60_000;
    private static final long WORD_MS = 400;
    private static final long LOOK_MS = 200;
    private static final double HEAD = 220;
    private static final List<String> WORDS =
            List.of(
                    "so",
                    "we",
                    "measured",
                    "every",
                    "single",
                    "frame",
                    "of",
                    "it",
                    "twice,",
                    "and");

    private Talk() {}

    /** Silent; sound is added by whoever encodes it for good. */
    static void draw(Path file) throws IOException, InterruptedException {
        DrawnFilm.make(
                file,
                LENGTH_MS / 1e3,
                new DrawnFilm.Scene() {
                    @Override
                    public List<Person> people(double seconds) {
                        double x = middle(seconds) * DrawnFilm.WIDTH;
                        return List.of(new Person(0, x, DrawnFilm.HEIGHT * 0.45, HEAD));
                    }

                    @Override
                    public int room(double seconds) {
                        return 0;
                    }
                });
    }

    static List<Word> words() {
        return LongStream.range(0, LENGTH_MS / WORD_MS)
                .mapToObj(i -> {
                    var text = WORDS.get((int) (i % WORDS.size()));
                    return new Word(text, i * WORD_MS, (i + 1) * WORD_MS - 40, null);
                })
                .toList();
    }

    static List<Shot> shots() {
        double width = 2 * DrawnFilm.HALF_FACE * HEAD / DrawnFilm.WIDTH;
        double height = HEAD / DrawnFilm.HEIGHT;
        var faces =
                LongStream.range(0, LENGTH_MS / LOOK_MS)
                        .mapToObj(i -> {
                            double x = middle(i * LOOK_MS / 1e3) - width / 2;
                            return new Face(i * LOOK_MS, x, 0.45 - height / 2, width, height);
                        })
                        .toList();
        return List.of(new Shot(0, LENGTH_MS, List.of(new FaceTrack(faces))));
    }

    private static double middle(double seconds) {
        return 0.5 + 0.2 * Math.sin(0.15 * seconds);
    }
}
