package io.clipforge.speech.decoding;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;

/**
 * What was written for a window, and how sure that is.
 *
 * @param tokens without the end of text
 * @param text of the tokens, without times
 * @param averageLogProbability per token, an end of text included
 * @param noSpeechProbability that nobody speaks in the window
 * @param temperature with which tokens were drawn; 0 when the likeliest were taken
 */
public record Decoded(
        List<Integer> tokens,
        String text,
        double averageLogProbability,
        double noSpeechProbability,
        double temperature) {
    public Decoded {
        tokens = List.copyOf(tokens);
    }

    /** Bytes of the text for each byte of it compressed: high when it goes round in circles. */
    public double compressionRatio() {
        return compressionRatio(text);
    }

    /** Of any text: 1 or less when nothing in it comes twice. */
    public static double compressionRatio(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            return (double) bytes.length / deflater.deflate(new byte[bytes.length + 64]);
        } finally {
            deflater.end();
        }
    }
}
