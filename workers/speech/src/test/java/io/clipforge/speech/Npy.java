package io.clipforge.speech;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** An array of numpy's: little-endian float32, C order. */
@SuppressWarnings("ArrayRecordComponent")
public record Npy(int[] shape, float[] values) {
    private static final Pattern SHAPE = Pattern.compile("'shape': \\(([^)]*)\\)");

    public static Npy read(InputStream in) throws IOException {
        var all = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = all.getShort(8);
        var header = new String(all.array(), 10, headerLength, StandardCharsets.ISO_8859_1);
        if (!header.contains("'<f4'") || header.contains("'fortran_order': True")) {
            throw new IOException("not float32 in C order: " + header);
        }
        var shape = SHAPE.matcher(header);
        if (!shape.find()) {
            throw new IOException("no shape: " + header);
        }
        var values = new float[(all.capacity() - 10 - headerLength) / Float.BYTES];
        all.position(10 + headerLength);
        all.asFloatBuffer().get(values);
        return new Npy(sides(shape.group(1)), values);
    }

    private static int[] sides(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
