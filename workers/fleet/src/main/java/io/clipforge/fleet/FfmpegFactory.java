package io.clipforge.fleet;

import io.clipforge.fleet.tracing.RunSpans;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The one ffmpeg of this fleet: the bundled one, or the one the operator names. */
@Factory
final class FfmpegFactory {

    /**
     * @param ffmpeg path of the program; with {@code ffprobe}, used instead of the bundled ones
     * @param addressSpaceBytes memory it may map, at least 2 GiB; 0 for no limit, which an NVIDIA
     *     encoder needs
     */
    @ConfigurationProperties("clipforge.ffmpeg")
    record Configuration(
            @Nullable String ffmpeg, @Nullable String ffprobe, @Nullable Long addressSpaceBytes) {

        FfmpegSettings settings() {
            var programs = programs();
            return addressSpaceBytes == null
                    ? programs
                    : programs.withAddressSpaceBytes(addressSpaceBytes);
        }

        private FfmpegSettings programs() {
            if (ffmpeg == null && ffprobe == null) {
                return FfmpegSettings.bundled();
            }
            if (ffmpeg == null || ffprobe == null) {
                throw new IllegalArgumentException(
                        "name both, clipforge.ffmpeg.ffmpeg and .ffprobe");
            }
            return FfmpegSettings.installed(Path.of(ffmpeg), Path.of(ffprobe));
        }
    }

    @Bean
    @Singleton
    Ffmpeg ffmpeg(Configuration configuration, RunSpans spans) {
        return new Ffmpeg(
                configuration.settings(),
                program -> spans.program(String.valueOf(program.getFileName()))::close);
    }
}
