package io.clipforge.net;

/** Hears how a download gets on, on the thread that reads; what it throws ends the download. */
@FunctionalInterface
public interface Progress {
    /**
     * @param expected the size the server announced, or -1
     */
    void received(long bytes, long expected);
}
