package io.clipforge.local.bench;

/**
 * One measured value beside a peer's.
 *
 * @param ratio above 1 means that we are better
 */
record Figure(String name, String unit, double ours, double peer, String peerName, double ratio) {
    /** Of something of which less is better. */
    static Figure lessIsBetter(
            String name, String unit, double ours, double peer, String peerName) {
        return new Figure(name, unit, ours, peer, peerName, peer / ours);
    }
}
