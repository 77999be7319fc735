package io.clipforge.local.sample;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;

/** Draws a narration's takes as raw BGR frames. */
final class Frames {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    /** Frames a second of the finished video; drawn "on twos", as cartoons are. */
    static final int RATE = 25;

    static final int SAMPLES_A_DRAWING = Flite.SAMPLE_RATE * 2 / RATE;

    private Frames() {}

    static void write(Narration narration, OutputStream out) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (var take : narration.takes()) {
            for (int at = take.start(); at < take.end(); at += SAMPLES_A_DRAWING) {
                take.shot().picture().draw(canvas, instant(narration, take, at));
                out.write(pixels);
            }
        }
        canvas.dispose();
    }

    private static Picture.Instant instant(Narration narration, Narration.Take take, int at) {
        double seconds = (double) (at - take.start()) / Flite.SAMPLE_RATE;
        return new Picture.Instant(seconds, narration.speaker(at), narration.loudness(at));
    }
}
