package io.clipforge.local.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When each word of the {@link SampleVideo} is spoken, as flite itself tells: it prints the end of
 * every sound of a sentence, and the sounds of a word by itself tell how many of them are its own.
 */
public final class KnownSpeech {
    private final Map<String, Integer> sounds = new HashMap<>();

    private KnownSpeech() {}

    /**
     * @param startMs on the video's clock
     */
    public record Word(String text, double startMs, double endMs) {}

    private record Sound(String name, double endMs) {}

    /** In order. */
    public static List<Word> words() throws IOException, InterruptedException {
        var words = new ArrayList<Word>();
        var known = new KnownSpeech();
        for (var sentence : Narration.speak(Script.SHOTS).sentences()) {
            double startMs = 1000.0 * sentence.start() / Flite.SAMPLE_RATE;
            words.addAll(known.words(sentence.line(), startMs));
        }
        return words;
    }

    private List<Word> words(Line line, double startMs) throws IOException, InterruptedException {
        var spoken = spoken(line);
        var words = new ArrayList<Word>();
        int at = 0;
        for (var text : line.text().split(" ", -1)) {
            while (isPause(spoken.get(at))) {
                at++;
            }
            int end = at + sounds(line.speaker().voice(), text);
            double from = at == 0 ? 0 : spoken.get(at - 1).endMs();
            words.add(new Word(text, startMs + from, startMs + spoken.get(end - 1).endMs()));
            at = end;
        }
        if (spoken.subList(at, spoken.size()).stream().anyMatch(it -> !isPause(it))) {
            throw new IOException("the words of '" + line.text() + "' have other sounds than it");
        }
        return words;
    }

    private static List<Sound> spoken(Line line) throws IOException, InterruptedException {
        return Arrays.stream(flite(line.speaker().voice(), "-psdur", line.text()).split(" "))
                .map(it -> it.split(":"))
                .map(it -> new Sound(it[0], 1000 * Double.parseDouble(it[1])))
                .toList();
    }

    /** How many sounds a word has. */
    private int sounds(String voice, String word) throws IOException, InterruptedException {
        var plain = word.replaceAll("[^\\p{L}']", "");
        var known = sounds.get(plain);
        if (known == null) {
            known =
                    (int)
                            Arrays.stream(flite(voice, "-ps", plain).split(" "))
                                    .filter(it -> !it.equals("pau"))
                                    .count();
            sounds.put(plain, known);
        }
        return known;
    }

    private static boolean isPause(Sound sound) {
        return sound.name().equals("pau");
    }

    private static String flite(String voice, String print, String text)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("flite", "-voice", voice, print, "-t", text, "-o", "none")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("flite could not say: " + text);
        }
        return printed.strip();
    }
}
