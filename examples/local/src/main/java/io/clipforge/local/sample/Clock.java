package io.clipforge.local.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;

/** A clock whose hands run fast. */
record Clock() implements Picture {
    private static final int X = Frames.WIDTH / 2;
    private static final int Y = Frames.HEIGHT / 2;
    private static final int RADIUS = 270;

    @Override
    public void draw(Graphics2D canvas, Instant now) {
        canvas.setColor(new Color(0x101B2D));
        canvas.fillRect(0, 0, Frames.WIDTH, Frames.HEIGHT);
        canvas.setColor(new Color(0xF2C14E));
        canvas.fillOval(X - RADIUS - 18, Y - RADIUS - 18, 2 * RADIUS + 36, 2 * RADIUS + 36);
        canvas.setColor(new Color(0xFBF7EC));
        canvas.fillOval(X - RADIUS, Y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        canvas.setColor(new Color(0x22303C));
        for (int hour = 0; hour < 12; hour++) {
            line(canvas, hour / 12.0, 225, 255, 10);
        }
        line(canvas, now.seconds() / 40, -20, 140, 18);
        line(canvas, now.seconds() / 5, -30, 210, 12);
        canvas.setColor(new Color(0xC8402F));
        line(canvas, now.seconds() / 1.6, -40, 235, 5);
        canvas.fillOval(X - 16, Y - 16, 32, 32);
    }

    /** From one distance of the middle to another, at a share of a full turn. */
    private static void line(Graphics2D canvas, double turn, int from, int to, int width) {
        double dx = Math.sin(2 * Math.PI * turn);
        double dy = -Math.cos(2 * Math.PI * turn);
        canvas.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.drawLine(
                (int) (X + from * dx),
                (int) (Y + from * dy),
                (int) (X + to * dx),
                (int) (Y + to * dy));
    }
}
