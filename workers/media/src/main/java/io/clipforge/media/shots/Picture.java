package io.clipforge.media.shots;

/**
 * A small picture as luma and two colour differences, so that a change of light weighs as much as a
 * change of colour.
 *
 * @param planes luma, then the blue difference, then the red one, each of the whole picture
 */
@SuppressWarnings("ArrayRecordComponent") // pictures are not compared by equality
record Picture(long timeMs, byte[] planes) {
    private static final int BLACK_LEVEL = 20;
    private static final double BLACK_SHARE = 0.98;

    private int pixels() {
        return planes.length / 3;
    }

    /** Mean difference per pixel, 0 to 255. */
    double difference(Picture other) {
        long sum = 0;
        for (int i = 0; i < planes.length; i++) {
            sum += Math.abs((planes[i] & 0xff) - (other.planes[i] & 0xff));
        }
        // the colour differences span about half of luma's range in real pictures
        return sum / (2.0 * pixels());
    }

    /** Correlation of luma: 1 for the same picture in any light; 0 for a plain one. */
    double likeness(Picture other) {
        double mean = mean();
        double otherMean = other.mean();
        double both = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < pixels(); i++) {
            double a = (planes[i] & 0xff) - mean;
            double b = (other.planes[i] & 0xff) - otherMean;
            both += a * b;
            own += a * a;
            others += b * b;
        }
        return own == 0 || others == 0 ? 0 : both / Math.sqrt(own * others);
    }

    boolean black() {
        int dark = 0;
        for (int i = 0; i < pixels(); i++) {
            dark += (planes[i] & 0xff) < BLACK_LEVEL ? 1 : 0;
        }
        return dark >= BLACK_SHARE * pixels();
    }

    private double mean() {
        double sum = 0;
        for (int i = 0; i < pixels(); i++) {
            sum += planes[i] & 0xff;
        }
        return sum / pixels();
    }
}
