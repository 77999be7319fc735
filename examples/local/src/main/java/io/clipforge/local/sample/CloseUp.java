package io.clipforge.local.sample;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;

/** One speaker in a studio of their own, off the middle, lights drifting behind. */
record CloseUp(Speaker who) implements Picture {
    private static final int LIGHTS = 7;

    @Override
    public void draw(Graphics2D canvas, Instant now) {
        canvas.setPaint(
                new GradientPaint(
                        0, 0, who.studio().brighter(), 0, Frames.HEIGHT, who.studio().darker()));
        canvas.fillRect(0, 0, Frames.WIDTH, Frames.HEIGHT);
        canvas.setColor(new Color(255, 235, 200, 40));
        for (int i = 0; i < LIGHTS; i++) {
            int size = 70 + 25 * (i % 3);
            double x = (i * 197 + now.seconds() * (12 + 5 * i)) % (Frames.WIDTH + 200) - 100;
            double y = 90 + 110 * (i % 4) + 20 * now.swing(5, i / 7.0);
            canvas.fillOval((int) x, (int) y, size, size);
        }
        double x = Frames.WIDTH * (who.seat() % 2 == 0 ? 0.36 : 0.64) + 14 * now.swing(4.1, 0);
        double y = Frames.HEIGHT * 0.44 + 6 * now.swing(2.3, 0.3);
        new Portrait(who).draw(canvas, x, y, 330, now);
    }
}
