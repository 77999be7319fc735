package io.clipforge.local.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/**
 * Head and shoulders, shaded like a lit face, drawn in a frame of 100 by 130 around the middle of
 * the face.
 */
record Portrait(Speaker who) {
    private static final double FRAME = 130;

    /**
     * @param height of the head in pixels
     */
    void draw(Graphics2D canvas, double x, double y, double height, Picture.Instant now) {
        var pen = (Graphics2D) canvas.create();
        pen.translate(x, y);
        pen.scale(height / FRAME, height / FRAME);
        hairBehind(pen);
        body(pen);
        head(pen);
        eyes(pen, now);
        nose(pen);
        if (who.style() == Speaker.Hair.BEARD) {
            beard(pen);
        }
        mouth(pen, now.mouthOf(who));
        hairInFront(pen);
        pen.dispose();
    }

    private void body(Graphics2D pen) {
        fill(pen, shade(who.skin(), 0.72), new RoundRectangle2D.Double(-19, 40, 38, 50, 20, 20));
        fill(pen, who.shirt(), new RoundRectangle2D.Double(-88, 78, 176, 160, 80, 80));
        fill(pen, shade(who.skin(), 0.8), new Arc2D.Double(-24, 55, 48, 44, 180, 180, Arc2D.CHORD));
    }

    private void hairBehind(Graphics2D pen) {
        if (who.style() == Speaker.Hair.LONG) {
            fill(
                    pen,
                    shade(who.hair(), 0.7),
                    new RoundRectangle2D.Double(-58, -66, 116, 160, 100, 100));
        }
    }

    private void head(Graphics2D pen) {
        fill(pen, shade(who.skin(), 0.8), new Ellipse2D.Double(-55, -12, 16, 28));
        fill(pen, shade(who.skin(), 0.8), new Ellipse2D.Double(39, -12, 16, 28));
        pen.setPaint(
                new RadialGradientPaint(
                        -6,
                        -4,
                        78,
                        new float[] {0, 0.55f, 1},
                        new Color[] {
                            shade(who.skin(), 1.08), who.skin(), shade(who.skin(), 0.55)
                        }));
        var face = new Path2D.Double();
        face.moveTo(0, -65);
        face.curveTo(34, -65, 50, -40, 48, -4);
        face.curveTo(46, 30, 28, 64, 0, 66);
        face.curveTo(-28, 64, -46, 30, -48, -4);
        face.curveTo(-50, -40, -34, -65, 0, -65);
        pen.fill(face);
        var blush = new Color(200, 70, 60, 28);
        fill(pen, blush, new Ellipse2D.Double(-40, 10, 24, 20));
        fill(pen, blush, new Ellipse2D.Double(16, 10, 24, 20));
    }

    private void eyes(Graphics2D pen, Picture.Instant now) {
        boolean blinking = (now.seconds() + who.seat()) % 3.4 < 0.16;
        for (int side = -1; side <= 1; side += 2) {
            double x = side * 20;
            fill(pen, new Color(60, 30, 15, 70), new Ellipse2D.Double(x - 15, -22, 30, 24));
            stroke(
                    pen,
                    shade(who.hair(), 0.8),
                    5,
                    new Arc2D.Double(x - 14, -29, 28, 18, 25, 130, Arc2D.OPEN));
            if (blinking) {
                stroke(
                        pen,
                        new Color(0x2A1A12),
                        2.5,
                        new Arc2D.Double(x - 11, -16, 22, 12, 200, 140, Arc2D.OPEN));
            } else {
                eye(pen, x + 1.5 * now.swing(2.9, 0));
            }
        }
    }

    private static void eye(Graphics2D pen, double x) {
        fill(pen, new Color(0xF3EFEA), new Ellipse2D.Double(x - 11, -16, 22, 13));
        fill(pen, new Color(0x3C2A1E), new Ellipse2D.Double(x - 6.5, -16, 13, 13));
        fill(pen, Color.BLACK, new Ellipse2D.Double(x - 3.5, -13, 7, 7));
        fill(pen, Color.WHITE, new Ellipse2D.Double(x - 4, -14, 3.5, 3.5));
        stroke(
                pen,
                new Color(0x1E120C),
                2.6,
                new Arc2D.Double(x - 12, -17.5, 24, 16, 15, 150, Arc2D.OPEN));
    }

    private void nose(Graphics2D pen) {
        fill(pen, new Color(255, 245, 235, 60), new RoundRectangle2D.Double(-4, -12, 7, 30, 7, 7));
        fill(pen, new Color(90, 40, 20, 60), new Ellipse2D.Double(-13, 15, 26, 13));
        fill(pen, shade(who.skin(), 1.02), new Ellipse2D.Double(-9, 11, 18, 13));
        fill(pen, new Color(60, 25, 15, 170), new Ellipse2D.Double(-8, 20, 5, 3.5));
        fill(pen, new Color(60, 25, 15, 170), new Ellipse2D.Double(3, 20, 5, 3.5));
    }

    private void mouth(Graphics2D pen, double open) {
        double gap = 15 * open;
        var lips = new Color(0xA9504A);
        fill(pen, lips, new Ellipse2D.Double(-18, 34 - gap / 3, 36, 9 + gap));
        fill(pen, new Color(0x3A0F12), new Ellipse2D.Double(-14, 37 - gap / 3, 28, 2.5 + gap));
        if (gap > 4) {
            fill(
                    pen,
                    new Color(0xF5F2EC),
                    new RoundRectangle2D.Double(-9, 37.5 - gap / 3, 18, 3.5, 3, 3));
        }
        fill(pen, new Color(80, 35, 20, 50), new Ellipse2D.Double(-11, 47 + gap * 0.6, 22, 5));
    }

    private void beard(Graphics2D pen) {
        var beard = new Path2D.Double();
        beard.moveTo(-47, 2);
        beard.curveTo(-34, 24, -24, 26, 0, 26);
        beard.curveTo(24, 26, 34, 24, 47, 2);
        beard.curveTo(46, 40, 28, 74, 0, 76);
        beard.curveTo(-28, 74, -46, 40, -47, 2);
        fill(pen, who.hair(), beard);
    }

    private void hairInFront(Graphics2D pen) {
        var top = new Path2D.Double();
        top.moveTo(-51, -8);
        top.curveTo(-60, -66, -30, -82, 0, -80);
        top.curveTo(30, -82, 60, -66, 51, -8);
        top.curveTo(44, -30, 40, -44, 22, -48);
        top.curveTo(4, -52, -26, -50, -38, -36);
        top.curveTo(-44, -28, -48, -20, -51, -8);
        fill(pen, who.hair(), top);
        if (who.style() == Speaker.Hair.GLASSES) {
            var frame = new Color(0x202020);
            stroke(pen, frame, 2.5, new RoundRectangle2D.Double(-36, -20, 31, 22, 10, 10));
            stroke(pen, frame, 2.5, new RoundRectangle2D.Double(5, -20, 31, 22, 10, 10));
            stroke(pen, frame, 2.5, new Arc2D.Double(-6, -16, 12, 8, 20, 140, Arc2D.OPEN));
        }
    }

    private static void fill(Graphics2D pen, Color color, Shape shape) {
        pen.setColor(color);
        pen.fill(shape);
    }

    private static void stroke(Graphics2D pen, Color color, double width, Shape shape) {
        pen.setColor(color);
        pen.setStroke(
                new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
    }

    private static Color shade(Color color, double factor) {
        return new Color(
                (int) Math.min(255, color.getRed() * factor),
                (int) Math.min(255, color.getGreen() * factor),
                (int) Math.min(255, color.getBlue() * factor));
    }
}
