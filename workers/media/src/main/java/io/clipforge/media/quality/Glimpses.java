package io.clipforge.media.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A film seen very small and in grey, a few times a second: enough to tell black from picture and
 * standing from moving.
 *
 * @param pictures brightness of {@link #WIDTH} × {@link #HEIGHT} pixels each, 0 to 255
 */
public record Glimpses(List<byte[]> pictures) {
    public static final int WIDTH = 48;
    public static final int HEIGHT = 48;

    /** Pictures in a second. */
    public static final int RATE = 10;

    /** A pixel not brighter than this is black: a tenth, as ffmpeg's blackdetect says. */
    private static final int BLACK = 26;

    /** So much of a black picture is black; a mark in its corner does not light it. */
    private static final double BLACK_SHARE = 0.98;

    /** A picture with more bright pixels than this clearly shows something. */
    private static final double LIT_SHARE = 0.5;

    /** Mean difference of brightness below which nobody sees a movement. */
    private static final double STILL = 0.1;

    /** Mean difference of brightness that everybody sees. */
    private static final double MOVING = 1;

    public Glimpses {
        pictures = List.copyOf(pictures);
    }

    /** Filters that make glimpses of frames. */
    public static String filters() {
        return "fps=%d:start_time=0,%s".formatted(RATE, small());
    }

    /** The same without a choice of frames. */
    public static String small() {
        return "scale=%d:%d:flags=area:out_range=pc,format=gray".formatted(WIDTH, HEIGHT);
    }

    /**
     * @param file raw pictures, one after another
     */
    public static Glimpses read(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        int size = WIDTH * HEIGHT;
        return new Glimpses(
                IntStream.range(0, bytes.length / size)
                        .mapToObj(i -> Arrays.copyOfRange(bytes, i * size, (i + 1) * size))
                        .toList());
    }

    int count() {
        return pictures.size();
    }

    boolean isBlack(int at) {
        return darkShare(at) >= BLACK_SHARE;
    }

    boolean isLit(int at) {
        return 1 - darkShare(at) > LIT_SHARE;
    }

    boolean isStill(int at) {
        return at > 0 && change(at) < STILL;
    }

    boolean isMoving(int at) {
        return at > 0 && change(at) > MOVING;
    }

    /** Mean difference of brightness to a picture of another film, as a share of the range. */
    double difference(int at, byte[] other) {
        return difference(pictures.get(at), other) / 255;
    }

    private double change(int at) {
        return difference(pictures.get(at - 1), pictures.get(at));
    }

    private double darkShare(int at) {
        int dark = 0;
        for (byte pixel : pictures.get(at)) {
            dark += (pixel & 0xFF) <= BLACK ? 1 : 0;
        }
        return (double) dark / pictures.get(at).length;
    }

    private static double difference(byte[] one, byte[] other) {
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 0xFF) - (other[i] & 0xFF));
        }
        return (double) sum / one.length;
    }
}
