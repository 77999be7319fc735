package io.clipforge.fleet.analyze;

import io.clipforge.fleet.JobContext;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.MediaException;
import io.clipforge.media.MediaInfo;
import io.clipforge.media.Probe;
import io.clipforge.media.Window;
import io.clipforge.media.faces.FaceDetectors;
import io.clipforge.media.faces.FaceFinder;
import io.clipforge.media.shots.ShotDetector;
import io.clipforge.models.InstalledModels;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** Looks at a picture: its shots, and the faces in them. */
@Singleton
final class Sight {
    /** Faces take most of the time. */
    private static final double SHOTS_SHARE = 0.25;

    private final Ffmpeg ffmpeg;
    private final InstalledModels models;

    Sight(Ffmpeg ffmpeg, InstalledModels models) {
        this.ffmpeg = ffmpeg;
        this.models = models;
    }

    /**
     * @param window what is asked about, when the length of the video is known
     */
    Scene look(Path proxy, Function<MediaInfo, Window> window, JobContext context)
            throws MediaException, IOException, InterruptedException {
        var info = new Probe(ffmpeg).inspect(proxy);
        var video = info.video();
        return video == null
                ? Scene.NOTHING
                : look(proxy, info, video, window.apply(info), context);
    }

    private Scene look(
            Path proxy, MediaInfo info, MediaInfo.Video video, Window window, JobContext context)
            throws MediaException, IOException, InterruptedException {
        var shots =
                new ShotDetector(ffmpeg)
                        .detect(
                                proxy,
                                info,
                                video,
                                window,
                                share -> context.progress("finding shots", SHOTS_SHARE * share));
        try (var detector = FaceDetectors.open(yunet())) {
            var stage = "finding faces with " + detector.engine();
            var faces =
                    new FaceFinder(ffmpeg, detector)
                            .find(
                                    proxy,
                                    info,
                                    video,
                                    window,
                                    shots.list(),
                                    share ->
                                            context.progress(
                                                    stage,
                                                    SHOTS_SHARE + (1 - SHOTS_SHARE) * share));
            return new Scene(shots, faces);
        }
    }

    private Path yunet() {
        return models.folder().resolve(InstalledModels.YUNET);
    }
}
