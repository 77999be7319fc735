package io.clipforge.speech.speakers;

/**
 * How a stretch of frames is spread: one Gaussian with a full covariance, as the sums that it is
 * made of, so that two are put together by adding.
 */
final class Gaussian {
    /** Added to each variance, so that few frames do not lie in a plane. */
    private static final double LEAST_VARIANCE = 1e-3;

    private final int size;
    private final double[] sum;

    /** Row after row, up to the diagonal. */
    private final double[] products;

    private int count;
    private double logDeterminant;

    Gaussian(int size) {
        this.size = size;
        sum = new double[size];
        products = new double[size * (size + 1) / 2];
    }

    /** Of the frames that are not faint, one at least. */
    static Gaussian of(Cepstra cepstra, int from, int to) {
        var gaussian = new Gaussian(cepstra.size());
        for (int i = from; i < to; i++) {
            if (!cepstra.faint(i)) {
                gaussian.add(cepstra, i);
            }
        }
        gaussian.logDeterminant = gaussian.logDeterminant();
        return gaussian;
    }

    int count() {
        return count;
    }

    private void add(Cepstra cepstra, int frame) {
        for (int row = 0, at = 0; row < size; row++) {
            double value = cepstra.value(frame, row);
            sum[row] += value;
            for (int column = 0; column <= row; column++) {
                products[at++] += value * cepstra.value(frame, column);
            }
        }
        count++;
    }

    Gaussian plus(Gaussian other) {
        var both = new Gaussian(size);
        for (int i = 0; i < size; i++) {
            both.sum[i] = sum[i] + other.sum[i];
        }
        for (int i = 0; i < products.length; i++) {
            both.products[i] = products[i] + other.products[i];
        }
        both.count = count + other.count;
        both.logDeterminant = both.logDeterminant();
        return both;
    }

    /**
     * By how much the frames are unlikely because they are spread: half of their number times the
     * logarithm of the determinant of their covariance. What else their likelihood is made of does
     * not change when two stretches are put together.
     */
    double spread() {
        return count * logDeterminant / 2;
    }

    /** By Cholesky's decomposition, whose diagonal holds the roots of what is multiplied. */
    private double logDeterminant() {
        var lower = new double[size][size];
        double log = 0;
        for (int row = 0, at = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double value = products[at++] / count - sum[row] / count * sum[column] / count;
                for (int i = 0; i < column; i++) {
                    value -= lower[row][i] * lower[column][i];
                }
                if (row == column) {
                    double variance = Math.max(value, 0) + LEAST_VARIANCE;
                    lower[row][row] = Math.sqrt(variance);
                    log += Math.log(variance);
                } else {
                    lower[row][column] = value / lower[column][column];
                }
            }
        }
        return log;
    }
}
