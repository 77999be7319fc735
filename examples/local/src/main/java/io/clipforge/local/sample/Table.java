package io.clipforge.local.sample;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;

/** All four at one table. */
record Table() implements Picture {
    private static final int TOP = 560;

    @Override
    public void draw(Graphics2D canvas, Instant now) {
        canvas.setPaint(new GradientPaint(0, 0, new Color(0xC9D6DE), 0, TOP, new Color(0x8496A3)));
        canvas.fillRect(0, 0, Frames.WIDTH, Frames.HEIGHT);
        canvas.setColor(new Color(0xDDE8EF));
        for (int window = 0; window < 4; window++) {
            canvas.fillRect(60 + window * 310, 50, 230, 190);
        }
        for (var who : Speaker.values()) {
            int seat = who.seat();
            double x = 190 + seat * 300 + 5 * now.swing(3.5, seat / 4.0);
            double y = 330 + 4 * now.swing(2.7, seat / 3.0);
            new Portrait(who).draw(canvas, x, y, 165, now);
        }
        canvas.setPaint(
                new GradientPaint(
                        0, TOP, new Color(0x8A5A36), 0, Frames.HEIGHT, new Color(0x4F3119)));
        canvas.fillRect(0, TOP, Frames.WIDTH, Frames.HEIGHT - TOP);
    }
}
