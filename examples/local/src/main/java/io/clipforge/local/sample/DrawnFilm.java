package io.clipforge.local.sample;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A silent film of drawn people in a room, who stand where they are told to. */
public final class DrawnFilm {
    public static final int WIDTH = Frames.WIDTH;
    public static final int HEIGHT = Frames.HEIGHT;

    /** Half of a face's width, ears aside, as a share of the height of the head. */
    public static final double HALF_FACE = 48.0 / 130;

    private static final Color[] ROOMS = {
        new Color(0x5F7F9F), new Color(0x8A6F52), new Color(0x567A5E), new Color(0x77628A)
    };

    private DrawnFilm() {}

    /**
     * Somebody in the picture.
     *
     * @param who 0 to 3
     * @param x middle of the face, pixels
     * @param y middle of the face, pixels
     * @param height of the head, pixels
     */
    public record Person(int who, double x, double y, double height) {}

    /** What is seen at one time. */
    public interface Scene {
        List<Person> people(double seconds);

        /** Which room, any number; another one is a cut. */
        int room(double seconds);
    }

    /** Draws and encodes it, {@link #WIDTH} by {@link #HEIGHT}. */
    public static void make(Path file, double seconds, Scene scene)
            throws IOException, InterruptedException {
        var encoding = "-c:v libopenh264 -b:v 3M -pix_fmt yuv420p -movflags +faststart";
        Encoder.encode(
                Integer.toString(Frames.RATE),
                List.of(encoding.split(" ")),
                file,
                out -> {
                    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
                    var pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
                    var canvas = image.createGraphics();
                    canvas.setRenderingHint(
                            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                    for (int i = 0; i < seconds * Frames.RATE; i++) {
                        draw(canvas, scene, (double) i / Frames.RATE);
                        out.write(pixels);
                    }
                    canvas.dispose();
                });
    }

    private static void draw(Graphics2D canvas, Scene scene, double seconds) {
        var wall = ROOMS[Math.floorMod(scene.room(seconds), ROOMS.length)];
        canvas.setPaint(new GradientPaint(0, 0, wall, 0, HEIGHT, wall.darker()));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setColor(wall.brighter());
        for (int i = 0; i < 3; i++) {
            canvas.fillRect(90 + 400 * i, 60, 250, 170);
        }
        for (var it : scene.people(seconds)) {
            var who = Speaker.at(it.who());
            double mouth = Math.abs(Math.sin(9 * seconds + it.who()));
            var now = new Picture.Instant(seconds, Optional.of(who), mouth);
            new Portrait(who).draw(canvas, it.x(), it.y(), it.height(), now);
        }
    }
}
