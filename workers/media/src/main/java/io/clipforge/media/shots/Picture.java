package io.clipforge.media.shots;

/**
 * A small picture as luma and two colour differences, so that a change of light weighs as much as a
 * change of colour.
 */
@SuppressWarnings("ArrayRecordComponent") // pictures are not compared by equality
record Picture(long timeMs, byte[] luma, byte[] blue, byte[] red) {
    private static final int BLACK_LEVEL = 20;
    private static final double BLACK_SHARE = 0.98;

    /** Of RGB bytes, by ITU-R BT.601 in full range. */
    static Picture of(long timeMs, byte[] rgb) {
        int count = rgb.length / 3;
        var luma = new byte[count];
        var blue = new byte[count];
        var red = new byte[count];
        for (int i = 0; i < count; i++) {
            int r = rgb[3 * i] & 0xff;
            int g = rgb[3 * i + 1] & 0xff;
            int b = rgb[3 * i + 2] & 0xff;
            int y = (299 * r + 587 * g + 114 * b) / 1000;
            luma[i] = (byte) y;
            blue[i] = (byte) (128 + (b - y) * 564 / 1000);
            red[i] = (byte) (128 + (r - y) * 713 / 1000);
        }
        return new Picture(timeMs, luma, blue, red);
    }

    /** Mean difference per pixel, 0 to 255. */
    double difference(Picture other) {
        long sum = 0;
        for (int i = 0; i < luma.length; i++) {
            sum += apart(luma[i], other.luma[i]);
            sum += apart(blue[i], other.blue[i]);
            sum += apart(red[i], other.red[i]);
        }
        // the colour differences span about half of luma's range in real pictures
        return sum / (2.0 * luma.length);
    }

    /** Correlation of luma: 1 for the same picture in any light; 0 for a plain one. */
    double likeness(Picture other) {
        double mean = mean();
        double otherMean = other.mean();
        double both = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < luma.length; i++) {
            double a = (luma[i] & 0xff) - mean;
            double b = (other.luma[i] & 0xff) - otherMean;
            both += a * b;
            own += a * a;
            others += b * b;
        }
        return own == 0 || others == 0 ? 0 : both / Math.sqrt(own * others);
    }

    boolean black() {
        int dark = 0;
        for (byte it : luma) {
            dark += (it & 0xff) < BLACK_LEVEL ? 1 : 0;
        }
        return dark >= BLACK_SHARE * luma.length;
    }

    private double mean() {
        double sum = 0;
        for (byte it : luma) {
            sum += it & 0xff;
        }
        return sum / luma.length;
    }

    private static int apart(byte one, byte other) {
        return Math.abs((one & 0xff) - (other & 0xff));
    }
}
