package io.clipforge.media.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Probe;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.Window;
import io.clipforge.media.shots.Shot;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceFinderTest {
    private static final Ffmpeg FFMPEG = new Ffmpeg(FfmpegSettings.bundled());

    @TempDir Path folder;

    @Test
    void aFaceIsFollowedThroughItsShot() throws Exception {
        var room = DrawnFace.room(1280, 360);
        DrawnFace.draw(room, 640, 160, 120);
        var picture = folder.resolve("room.png");
        ImageIO.write(room, "png", picture.toFile());
        // a camera that pans to the right, so that the face goes from 0.8 to 0.2 of the picture
        var pan = "scale=1280:360,crop=640:360:x='128+384*t/4':y=0";
        var video =
                new SampleMedia(FFMPEG, folder)
                        .make(
                                "face.mp4",
                                List.of("-loop", "1", "-r", "25", "-t", "4"),
                                List.of("-i", picture.toString(), "-vf", pan),
                                List.of("-c:v", "libopenh264", "-b:v", "1M"),
                                List.of("-pix_fmt", "yuv420p"));

        var tracks = find(video, 4000, List.of(new Shot(0, 2000), new Shot(2000, 4000)));

        assertEquals(List.of(0, 1), tracks.stream().map(FaceTrack::shot).toList());
        assertEquals(
                tracks.getLast().sightings(),
                find(video, new Window(2000, 4000, 0), List.of(new Shot(2000, 4000)))
                        .getFirst()
                        .sightings(),
                "a window sees what the whole sees there");
        for (var track : tracks) {
            assertTrue(track.sightings().size() >= 8, "seen at most of ten times");
            for (var sighting : track.sightings()) {
                double expected = 0.8 - 0.6 * sighting.timeMs() / 4000.0;
                assertEquals(expected, sighting.face().centerX(), 0.04, sighting.toString());
            }
        }
    }

    @Test
    void aVideoWithoutFacesHasNoTracks() throws Exception {
        var video = new SampleMedia(FFMPEG, folder).silentVideo("bars.mp4", 2);

        assertEquals(List.of(), find(video, 2000, List.of(new Shot(0, 2000))));
    }

    @Test
    void aWindowBehindTheEndOfTheVideoShowsNothing() throws Exception {
        var video = new SampleMedia(FFMPEG, folder).silentVideo("bars.mp4", 1);

        assertEquals(
                List.of(), find(video, new Window(4000, 5000, 0), List.of(new Shot(4000, 5000))));
    }

    private List<FaceTrack> find(Path video, long endMs, List<Shot> shots) throws Exception {
        return find(video, Window.whole(endMs), shots);
    }

    private List<FaceTrack> find(Path video, Window window, List<Shot> shots) throws Exception {
        var info = new Probe(FFMPEG).inspect(video);
        var picture = Objects.requireNonNull(info.video());
        try (var detector = FaceDetectors.open(folder)) {
            return new FaceFinder(FFMPEG, detector)
                    .find(video, info, picture, window, shots, _ -> {});
        }
    }
}
