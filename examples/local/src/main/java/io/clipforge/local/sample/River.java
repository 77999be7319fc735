package io.clipforge.local.sample;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Hills, a low sun and water, the view drifting to the right. */
record River() implements Picture {
    private static final int SHORE = 500;

    @Override
    public void draw(Graphics2D canvas, Instant now) {
        canvas.setPaint(
                new GradientPaint(0, 0, new Color(0x6EB4E8), 0, SHORE, new Color(0xFCE3B6)));
        canvas.fillRect(0, 0, Frames.WIDTH, SHORE);
        canvas.setColor(new Color(0xFFF3C4));
        canvas.fillOval((int) (900 - now.seconds() * 6), 110, 130, 130);
        hills(canvas, new Color(0x7FA37A), 360, 60, now.seconds() * 14);
        hills(canvas, new Color(0x4E7B50), 430, 45, now.seconds() * 34);
        canvas.setPaint(
                new GradientPaint(
                        0, SHORE, new Color(0x4F93C4), 0, Frames.HEIGHT, new Color(0x1E4E7A)));
        canvas.fillRect(0, SHORE, Frames.WIDTH, Frames.HEIGHT - SHORE);
        canvas.setColor(new Color(255, 255, 255, 90));
        for (int wave = 0; wave < 34; wave++) {
            double x = (wave * 173 + now.seconds() * (40 + 9 * (wave % 6))) % 1400 - 100;
            canvas.fillRoundRect((int) x, 515 + wave * 37 % 200, 70 + 12 * (wave % 5), 4, 4, 4);
        }
    }

    private static void hills(Graphics2D canvas, Color color, int y, int height, double drift) {
        var outline = new Path2D.Double();
        outline.moveTo(0, SHORE);
        for (int x = 0; x <= Frames.WIDTH; x += 20) {
            double at = (x + drift) / 150;
            outline.lineTo(x, y - height * (Math.sin(at) + 0.5 * Math.sin(2.3 * at)));
        }
        outline.lineTo(Frames.WIDTH, SHORE);
        outline.closePath();
        canvas.setColor(color);
        canvas.fill(outline);
    }
}
