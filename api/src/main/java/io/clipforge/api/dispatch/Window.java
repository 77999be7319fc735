package io.clipforge.api.dispatch;

/**
 * How many jobs of a lane the queue may hold: enough that no worker waits for us, and no more,
 * since what lies in the queue cannot be overtaken fairly. It doubles when the workers took
 * everything while more was waiting here, and shrinks slowly while they leave half of it.
 */
final class Window {
    static final int LEAST = 16;
    static final int MOST = 4_096;

    private int size = LEAST;
    private boolean ranShort;

    /**
     * How many to release now.
     *
     * @param waiting what lies in the queue
     */
    int room(int waiting) {
        if (waiting == 0 && ranShort) {
            size = Math.min(MOST, size * 2);
        } else if (waiting > size / 2) {
            size = Math.max(LEAST, size - size / 8);
        }
        ranShort = false;
        return Math.max(0, size - waiting);
    }

    /** As many were waiting here as there was room for, and perhaps more. */
    void filled() {
        ranShort = true;
    }
}
