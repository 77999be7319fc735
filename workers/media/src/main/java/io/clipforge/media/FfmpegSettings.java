package io.clipforge.media;

import java.nio.file.Path;
import java.util.Objects;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * Which programs are run, and how much memory they may map.
 *
 * @param libraries folder of their shared libraries; absent when the system finds them
 * @param addressSpaceBytes at least 2 GiB, below which ffmpeg fails in odd ways; 0 for no limit,
 *     which an NVIDIA encoder needs
 */
public record FfmpegSettings(
        Path ffmpeg, Path ffprobe, @Nullable Path libraries, long addressSpaceBytes) {
    private static final long GIB = 1L << 30;

    public FfmpegSettings {
        if (addressSpaceBytes != 0 && addressSpaceBytes < 2 * GIB) {
            throw new IllegalArgumentException("ffmpeg needs 2 GiB of address space");
        }
    }

    /** The programs inside our jars. */
    public static FfmpegSettings bundled() {
        var ffmpeg = Path.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
        var ffprobe = Path.of(Loader.load(org.bytedeco.ffmpeg.ffprobe.class));
        var folder = Objects.requireNonNull(ffmpeg.getParent());
        return new FfmpegSettings(ffmpeg, ffprobe, folder, 8 * GIB);
    }

    /** Programs the operator installed. */
    public static FfmpegSettings installed(Path ffmpeg, Path ffprobe) {
        return new FfmpegSettings(ffmpeg, ffprobe, null, 8 * GIB);
    }

    public FfmpegSettings withAddressSpaceBytes(long bytes) {
        return new FfmpegSettings(ffmpeg, ffprobe, libraries, bytes);
    }
}
