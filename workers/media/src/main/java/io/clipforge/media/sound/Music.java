package io.clipforge.media.sound;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Music to be laid under a clip.
 *
 * @param file a stranger's
 * @param gainDb how loud it is where nobody speaks, beside the clip's own sound
 */
public record Music(Path file, double gainDb) {
    /** Containers that hold sound; all of them have a signature and name no other file. */
    private static final String FORMATS =
            "aac,ac3,aiff,amr,asf,caf,eac3,flac,matroska,webm,mov,mp4,m4a,3gp,3g2,mj2,mp3,ogg,w64,wav,wv";

    /** As much as is looked at before the work begins, seconds. */
    private static final String GLANCE = "10";

    /** Its first sound track, whatever else is in it. */
    public List<String> input() {
        return List.of(
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                FORMATS,
                "-vn",
                "-sn",
                "-dn",
                "-i",
                "file:" + file.toAbsolutePath());
    }

    /** Whether its beginning can be decoded. */
    public boolean isReadable(Ffmpeg ffmpeg) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-loglevel", "error", "-xerror", "-t", GLANCE));
        arguments.addAll(input());
        arguments.addAll(List.of("-map", "0:a:0", "-f", "null", "-"));
        try {
            ffmpeg.run(arguments, Limits.glance());
            return true;
        } catch (MediaException _) {
            return false; // that is the answer
        }
    }
}
