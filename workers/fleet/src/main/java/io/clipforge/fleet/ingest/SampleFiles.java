package io.clipforge.fleet.ingest;

import io.clipforge.jobs.JobSpec.Source.Sample.Content;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes the files of the test environment: small, and the same bytes every time. */
@Singleton
final class SampleFiles {
    private static final Duration LENGTH = Duration.ofSeconds(40);

    /**
     * A test picture whose colours change every eight seconds: hard cuts. Small, because looking
     * for faces takes its time by the pixel.
     */
    private static final String PICTURE =
            "testsrc2=s=320x180:r=10:d=%d,hue=h='70*floor(t/8)'".formatted(LENGTH.toSeconds());

    /** Tones with the rhythm of speech: one for each sentence of four seconds, then a pause. */
    private static final String SOUND =
            "aevalsrc='0.25*sin(2*PI*(180+30*mod(floor(t/4),5))*t)*(0.6+0.4*sin(2*PI*4*t))*lt(mod(t,4),3.6)':s=16000:d=%d"
                    .formatted(LENGTH.toSeconds());

    private static final String TEXT = "This is a test of what is not a video.\n";

    private final Ffmpeg ffmpeg;

    SampleFiles(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    void make(Content content, Path file) throws IOException, InterruptedException {
        switch (content) {
            case FILM -> film(file, true);
            case SILENT_FILM -> film(file, false);
            case CUT_OFF_FILM -> {
                film(file, true);
                cutOff(file);
            }
            case TEXT -> Files.writeString(file, TEXT);
        }
    }

    private void film(Path file, boolean withSound) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-y", "-loglevel", "error"));
        arguments.addAll(List.of("-f", "lavfi", "-i", PICTURE));
        if (withSound) {
            arguments.addAll(List.of("-f", "lavfi", "-i", SOUND, "-c:a", "aac", "-b:a", "48k"));
        }
        arguments.addAll(List.of("-c:v", "libopenh264", "-b:v", "300k", "-pix_fmt", "yuv420p"));
        arguments.addAll(List.of("-g", "10", "-threads", "1"));
        // without it the file would tell its version and its time
        arguments.addAll(List.of("-fflags", "+bitexact", "-flags", "+bitexact"));
        arguments.addAll(List.of("-f", "mp4", "file:" + file.toAbsolutePath()));
        try {
            ffmpeg.run(arguments, Limits.pass(LENGTH));
        } catch (MediaException e) {
            throw new IOException("the sample cannot be made: " + e.log(), e);
        }
    }

    /** The index of such a file is at its end. */
    private static void cutOff(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
    }
}
