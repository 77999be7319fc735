package io.clipforge.media;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds.
 *
 * @param container short name: {@code mp4}, {@code mov}, {@code matroska}, {@code mp3} …
 * @param duration of what plays, as the file declares it; zero when nothing says so
 * @param video the picture to use; absent when there is none, cover art aside
 * @param audio the sound to use; absent when there is none
 */
public record MediaInfo(
        String container,
        long sizeBytes,
        Duration duration,
        @Nullable Video video,
        @Nullable Audio audio) {

    MediaInfo withDuration(Duration duration) {
        return new MediaInfo(container, sizeBytes, duration, video, audio);
    }

    /**
     * @param index of the stream in the file, as in {@code -map 0:INDEX}
     * @param width pixels as displayed: square pixels, after rotation
     * @param height pixels as displayed
     * @param frameRate frames per second, average; more than 0
     * @param rotation degrees clockwise that a player turns the picture by: 0, 90, 180 or 270;
     *     ffmpeg does so by itself
     * @param offset when it starts after the start of the file, which is time zero everywhere
     */
    public record Video(
            int index,
            String codec,
            int width,
            int height,
            double frameRate,
            int rotation,
            Duration offset) {}

    /**
     * @param index of the stream in the file, as in {@code -map 0:INDEX}
     * @param sampleRate hertz
     * @param offset when it starts after the start of the file
     */
    public record Audio(int index, String codec, int channels, int sampleRate, Duration offset) {}
}
