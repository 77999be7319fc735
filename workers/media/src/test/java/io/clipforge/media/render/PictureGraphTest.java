package io.clipforge.media.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Limits;
import io.clipforge.media.Probe;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.reframe.Framing;
import io.clipforge.media.reframe.Reframer;
import io.clipforge.media.reframe.Shot;
import io.clipforge.media.reframe.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureGraphTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final Size SQUARE = new Size(720, 720);

    @TempDir Path folder;

    /** 360 columns of an untagged picture: what their threads do differs from run to run. */
    @Test
    void aSmallPictureIsFramedInTheSameWayEachTime() throws Exception {
        var source = new SampleMedia(ffmpeg, folder).silentVideo("small.mp4", 2);
        var video = Objects.requireNonNull(new Probe(ffmpeg).inspect(source).video());
        var picture = SourcePicture.look(ffmpeg, source, video);
        var timeline = new Timeline(0, picture.rate(), 50);
        var reframer = new Reframer(picture.size(), SQUARE);
        var cropped = reframer.frame(List.of(new Shot(0, 2000, List.of())), 0, 2000);
        assertEquals(Framing.Crop.class, cropped.getFirst().framing().getClass());
        for (var shots : List.of(cropped, reframer.whole(0, 2000))) {
            var seen = new HashSet<String>();
            for (int run = 0; run < 12; run++) {
                seen.add(hash(source, new PictureGraph(picture, timeline, SQUARE, shots)));
            }
            assertEquals(1, seen.size(), shots.toString());
        }
    }

    private static String hash(Path source, PictureGraph graph) throws Exception {
        var arguments = new ArrayList<>(List.of("-loglevel", "error"));
        arguments.addAll(Ffmpeg.input(source));
        arguments.addAll(
                List.of("-filter_complex", graph.filters("0:v", "out").strip() + "[out]null[end]"));
        arguments.addAll(List.of("-map", "[end]", "-f", "md5", "-"));
        return ffmpeg.run(arguments, Limits.glance()).output();
    }
}
