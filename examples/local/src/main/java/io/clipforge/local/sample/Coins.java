package io.clipforge.local.sample;

import java.awt.Color;
import java.awt.Graphics2D;

/** Coins that fall and turn. */
record Coins() implements Picture {
    private static final int COUNT = 26;

    @Override
    public void draw(Graphics2D canvas, Instant now) {
        canvas.setColor(new Color(0x0F5C3F));
        canvas.fillRect(0, 0, Frames.WIDTH, Frames.HEIGHT);
        for (int coin = 0; coin < COUNT; coin++) {
            int size = 60 + 18 * (coin % 4);
            int x = 30 + coin * 379 % (Frames.WIDTH - 100);
            double y = (coin * 211 + now.seconds() * (130 + 22 * (coin % 5))) % 900 - 120;
            int width = (int) Math.max(8, size * Math.abs(now.swing(1.3, coin / 9.0)));
            canvas.setColor(new Color(0xB8860B));
            canvas.fillOval(x - width / 2, (int) y + 5, width, size);
            canvas.setColor(new Color(0xF7CC3F));
            canvas.fillOval(x - width / 2, (int) y, width, size);
            canvas.setColor(new Color(0xFFE58A));
            canvas.fillOval(x - width / 3, (int) y + size / 6, width / 3, size / 3);
        }
    }
}
