package io.clipforge.media.render;

import io.clipforge.media.captions.drawing.Color;
import io.clipforge.media.reframe.Size;
import java.util.Locale;

/**
 * The picture of a clip that has none: its waveform in bars, which passes a mark in the middle as
 * it is heard.
 *
 * @param heard colour of what has been heard
 * @param coming colour of what is still to come
 */
record Audiogram(Timeline timeline, Size frame, Color heard, Color coming) {
    /** Frames per second. */
    static final FrameRate RATE = new FrameRate(30, 1);

    private static final int BARS_PER_SECOND = 10;
    private static final double BAR = 0.016;
    private static final double HEIGHT = 0.24;
    private static final double MIDDLE = 0.4;

    /**
     * @param ground input with a single frame
     * @param sound input with the clip's sound
     */
    String filters(String ground, String sound, String output) {
        int half = frame.width() / 2;
        int height = 2 * (int) (HEIGHT * Math.min(frame.width(), frame.height()) / 2);
        int y = (int) (MIDDLE * frame.height()) - height / 2;
        double speed = (double) BARS_PER_SECOND * bar();
        return "[%s]scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1,%s[ground];\n"
                        .formatted(ground, endless())
                + "[%s]aformat=channel_layouts=mono,asplit=2[sound0][sound1];\n".formatted(sound)
                + half("sound0", heard, 1, height, 0, speed, "left")
                + half("sound1", coming, 0.45, height, half, speed, "right")
                + "[ground][left]overlay=0:%d[played];\n".formatted(y)
                + "[played][right]overlay=%d:%d,trim=end_frame=%d[%s];\n"
                        .formatted(half, y, timeline.frames(), output);
    }

    /** One side of the mark: a window that runs along the whole waveform. */
    private String half(
            String sound,
            Color color,
            double opacity,
            int height,
            int ahead,
            double speed,
            String output) {
        int bars = (int) Math.ceil(timeline.seconds() * BARS_PER_SECOND);
        int half = frame.width() / 2;
        return String.format(
                Locale.ROOT,
                "[%s]showwavespic=s=%dx%d:colors=%s:scale=sqrt:draw=full:filter=peak,"
                        + "scale=%d:%d:flags=neighbor,"
                        + "drawgrid=w=%d:h=10000:t=%d:c=black@0:replace=1,"
                        + "pad=%d:%d:%d:0:black@0,colorchannelmixer=aa=%.2f,format=yuva444p,%s,"
                        + "crop=%d:%d:%d+t*%.3f:0[%s];\n",
                sound,
                bars,
                height,
                color.ffmpeg(),
                bars * bar(),
                height,
                bar(),
                bar() * 3 / 8,
                bars * bar() + frame.width(),
                height,
                half,
                opacity,
                endless(),
                half,
                height,
                ahead,
                speed,
                output);
    }

    private int bar() {
        return 2 * Math.round((float) BAR * Math.min(frame.width(), frame.height()) / 2);
    }

    private static String endless() {
        return "loop=loop=-1:size=1,settb=1/30,setpts=N";
    }
}
