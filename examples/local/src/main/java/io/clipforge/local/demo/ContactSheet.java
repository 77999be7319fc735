package io.clipforge.local.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** All clips at a glance: their thumbnails in a grid, a caption under each. */
final class ContactSheet {
    private static final int CELL_WIDTH = 270;
    private static final int CELL_HEIGHT = 480;
    private static final int CAPTION = 40;
    private static final int GAP = 16;
    private static final int MOST_COLUMNS = 6;

    private ContactSheet() {}

    /** A thumbnail of any shape; it is fitted into its cell. */
    record Cell(Path thumbnail, String caption) {}

    /** Writes a JPEG. */
    static void write(List<Cell> cells, Path file) throws IOException {
        int columns = Math.clamp(cells.size(), 1, MOST_COLUMNS);
        int rows = Math.max(1, Math.ceilDiv(cells.size(), columns));
        var sheet =
                new BufferedImage(
                        GAP + columns * (CELL_WIDTH + GAP),
                        GAP + rows * (CELL_HEIGHT + CAPTION + GAP),
                        BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
        for (int i = 0; i < cells.size(); i++) {
            int x = GAP + i % columns * (CELL_WIDTH + GAP);
            int y = GAP + i / columns * (CELL_HEIGHT + CAPTION + GAP);
            draw(pen, cells.get(i), x, y);
        }
        pen.dispose();
        if (!ImageIO.write(sheet, "jpg", file.toFile())) {
            throw new IOException("this Java cannot write JPEG");
        }
    }

    private static void draw(Graphics2D pen, Cell cell, int x, int y) throws IOException {
        var picture = ImageIO.read(cell.thumbnail().toFile());
        if (picture == null) {
            throw new IOException(cell.thumbnail() + " is no picture");
        }
        double scale =
                Math.min(
                        (double) CELL_WIDTH / picture.getWidth(),
                        (double) CELL_HEIGHT / picture.getHeight());
        int width = (int) (picture.getWidth() * scale);
        int height = (int) (picture.getHeight() * scale);
        pen.drawImage(
                picture,
                x + (CELL_WIDTH - width) / 2,
                y + (CELL_HEIGHT - height) / 2,
                width,
                height,
                null);
        pen.setColor(Color.WHITE);
        int indent = (CELL_WIDTH - pen.getFontMetrics().stringWidth(cell.caption())) / 2;
        pen.drawString(cell.caption(), x + indent, y + CELL_HEIGHT + CAPTION - 12);
    }
}
