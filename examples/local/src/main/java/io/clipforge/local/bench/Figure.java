package io.clipforge.local.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One measured value, beside a peer's when there is one. */
public record Figure(String name, String unit, double ours, @Nullable Peer peer) {

    /**
     * @param ratio above 1 means that we are better
     */
    public record Peer(String name, double value, double ratio) {}

    public static Figure of(String name, String unit, double ours) {
        return new Figure(name, unit, ours, null);
    }

    /** Of something of which less is better. */
    public static Figure lessIsBetter(
            String name, String unit, double ours, double peer, String peerName) {
        return new Figure(name, unit, ours, new Peer(peerName, peer, peer / ours));
    }

    /** Of something of which more is better. */
    public static Figure moreIsBetter(
            String name, String unit, double ours, double peer, String peerName) {
        return new Figure(name, unit, ours, new Peer(peerName, peer, ours / peer));
    }

    String line() {
        var own = String.format(Locale.ROOT, "%s: %.2f %s", name, ours, unit).strip();
        return peer == null
                ? own
                : String.format(
                        Locale.ROOT,
                        "%s, %s %.2f %s, ratio %.2f",
                        own,
                        peer.name(),
                        peer.value(),
                        unit,
                        peer.ratio());
    }
}
