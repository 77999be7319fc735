package io.clipforge.local.sample;

import java.awt.Color;
import java.awt.Graphics2D;

/** A chart whose bars grow. */
record Bars() implements Picture {
    private static final int COUNT = 8;
    private static final int FLOOR = 640;

    @Override
    public void draw(Graphics2D canvas, Instant now) {
        canvas.setColor(new Color(0xF4EFE6));
        canvas.fillRect(0, 0, Frames.WIDTH, Frames.HEIGHT);
        canvas.setColor(new Color(0xD8D0C2));
        for (int y = 120; y < FLOOR; y += 104) {
            canvas.fillRect(90, y, 1100, 3);
        }
        for (int bar = 0; bar < COUNT; bar++) {
            double grown = Math.clamp(now.seconds() * 0.9 - bar * 0.45, 0, 1);
            int height = (int) (grown * (90 + 58 * bar) + grown * 8 * now.swing(1.5, bar / 8.0));
            canvas.setColor(Color.getHSBColor(0.02f + bar * 0.012f, 0.75f, 0.9f));
            canvas.fillRoundRect(120 + bar * 134, FLOOR - height, 92, height, 16, 16);
        }
        canvas.setColor(new Color(0x3B3530));
        canvas.fillRect(90, FLOOR, 1100, 6);
    }
}
