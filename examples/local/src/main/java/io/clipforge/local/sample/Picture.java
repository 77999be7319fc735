package io.clipforge.local.sample;

import java.awt.Graphics2D;

/** Something that moves, drawn on a canvas of {@link Frames#WIDTH} by {@link Frames#HEIGHT}. */
sealed interface Picture permits Bars, Clock, CloseUp, Coins, River, Table {
    void draw(Graphics2D canvas, Instant now);

    /**
     * @param seconds since the shot began
     * @param speaker whose mouth moves
     * @param mouth how far, 0…1
     */
    record Instant(double seconds, java.util.Optional<Speaker> speaker, double mouth) {
        double mouthOf(Speaker who) {
            return speaker.filter(who::equals).isPresent() ? mouth : 0;
        }

        /** A value that goes back and forth between −1 and 1. */
        double swing(double period, double phase) {
            return Math.sin(2 * Math.PI * (seconds / period + phase));
        }
    }
}
