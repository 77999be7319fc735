package io.clipforge.fleet.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.render.VideoEncoder;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The video encoder of this fleet. */
@Factory
final class EncoderFactory {

    /**
     * @param encoder used without asking; absent for the best one that works on this machine
     */
    @ConfigurationProperties("clipforge.render")
    record Configuration(@Nullable VideoEncoder encoder) {}

    @Bean
    @Singleton
    VideoEncoder encoder(Configuration configuration, Ffmpeg ffmpeg)
            throws IOException, InterruptedException {
        return configuration.encoder() == null
                ? VideoEncoder.choose(ffmpeg)
                : configuration.encoder();
    }
}
