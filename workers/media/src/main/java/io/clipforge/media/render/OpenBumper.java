package io.clipforge.media.render;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import io.clipforge.media.MediaException.Reason;
import io.clipforge.media.MediaInfo;
import io.clipforge.media.Probe;
import io.clipforge.media.captions.drawing.Color;
import io.clipforge.media.reframe.Reframer;
import io.clipforge.media.reframe.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bumper as its file tells.
 *
 * @param input arguments that open it
 * @param audio absent when it has no sound
 * @param seconds its length
 */
record OpenBumper(
        Path file,
        List<String> input,
        SourcePicture picture,
        MediaInfo.@Nullable Audio audio,
        double seconds) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Pixels; what is smaller cannot be told from damage. */
    private static final int LEAST_SIDE = 16;

    OpenBumper {
        input = List.copyOf(input);
    }

    /**
     * @param ground colour behind a still picture that is transparent
     * @throws MediaException when it has no picture that can be decoded
     */
    static OpenBumper of(Ffmpeg ffmpeg, Bumper bumper, Color ground)
            throws MediaException, IOException, InterruptedException {
        var still = StillPicture.of(bumper.file());
        return still.isPresent()
                ? still(ffmpeg, bumper, still.get(), ground)
                : film(ffmpeg, bumper.file());
    }

    /** The frames it is shown for; at least one. */
    Timeline timeline(FrameRate rate) {
        return new Timeline(0, rate, (int) Math.max(1, rate.frame(seconds)));
    }

    /**
     * The filters that show the whole of it.
     *
     * @param output label without brackets
     */
    String filters(FrameRate rate, Size frame, String output) {
        var timeline = timeline(rate);
        var shots = new Reframer(picture.size(), frame).whole(0, timeline.lengthMs() + 1);
        return new PictureGraph(picture, timeline, frame, shots)
                .filters("0:" + picture.stream(), output);
    }

    private static OpenBumper film(Ffmpeg ffmpeg, Path file)
            throws MediaException, IOException, InterruptedException {
        var info = new Probe(ffmpeg).inspect(file);
        var video = info.video();
        if (video == null || Math.min(video.width(), video.height()) < LEAST_SIDE) {
            throw new MediaException(Reason.UNSUPPORTED, "a bumper without a picture", "");
        }
        return new OpenBumper(
                file,
                Ffmpeg.input(file),
                SourcePicture.look(ffmpeg, file, video),
                info.audio(),
                info.duration().toNanos() / 1e9);
    }

    private static OpenBumper still(Ffmpeg ffmpeg, Bumper bumper, StillPicture still, Color ground)
            throws MediaException, IOException, InterruptedException {
        var size = size(ffmpeg, still);
        return new OpenBumper(
                bumper.file(),
                still.input(),
                new SourcePicture(0, size, new FrameRate(25, 1), 0, laidOn(ground), false),
                null,
                bumper.still().toNanos() / 1e9);
    }

    /** Filters that show a colour through what is transparent. */
    private static String laidOn(Color ground) {
        return """
        format=rgba,split[top][under];
        [under]drawbox=color=%s@1:t=fill:replace=1[ground];
        [ground][top]overlay=format=rgb,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p\
        """
                .formatted(ground.ffmpeg());
    }

    /** As it is displayed: ffmpeg turns a picture upright by itself, as a camera noted it. */
    private static Size size(Ffmpeg ffmpeg, StillPicture still)
            throws MediaException, IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-loglevel", "error", "-of", "json"));
        arguments.addAll(List.of("-read_intervals", "%+#1"));
        arguments.addAll(List.of("-show_entries", "frame=width,height:frame_side_data=rotation"));
        arguments.addAll(still.input());
        var report = JSON.readTree(ffmpeg.probe(arguments, Limits.glance()).output());
        var frame = report.path("frames").path(0);
        int width = frame.path("width").asInt();
        int height = frame.path("height").asInt();
        if (Math.min(width, height) < LEAST_SIDE) {
            throw new MediaException(Reason.UNDECODABLE, "no picture", "");
        }
        int turned = Math.abs(frame.path("side_data_list").path(0).path("rotation").asInt());
        return turned == 90 ? new Size(height, width) : new Size(width, height);
    }
}
