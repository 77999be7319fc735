package io.clipforge.fleet.rank;

import io.clipforge.jobs.Transcript;
import io.clipforge.jobs.Transcript.Word;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Titles made of a moment's own words. */
final class Titles {
    private static final int LONGEST = 60;
    private static final String WITHOUT_WORDS = "Untitled moment";

    private final Transcript transcript;

    Titles(Transcript transcript) {
        this.transcript = transcript;
    }

    /** Its strongest sentence: one that hooks, else one that asks, else the first. */
    String of(Window window) {
        var sentences =
                transcript.sentences().stream()
                        .filter(it -> it.from() >= window.fromWord() && it.to() <= window.toWord())
                        .map(it -> transcript.words().subList(it.from(), it.to()))
                        .toList();
        if (sentences.isEmpty()) {
            return present(transcript.words().subList(window.fromWord(), window.toWord()));
        }
        var best =
                sentences.stream()
                        .filter(Titles::hooks)
                        .findFirst()
                        .or(() -> sentences.stream().filter(Titles::asks).findFirst())
                        .orElse(sentences.getFirst());
        return present(best);
    }

    private static boolean hooks(List<Word> sentence) {
        return Vocabulary.HOOK.matcher(plain(sentence)).find();
    }

    private static boolean asks(List<Word> sentence) {
        return Vocabulary.opensQuestion(
                sentence.stream().map(it -> Vocabulary.plain(it.text())).toList());
    }

    private static String plain(List<Word> sentence) {
        return sentence.stream()
                .map(it -> Vocabulary.plain(it.text()))
                .collect(Collectors.joining(" "));
    }

    private static String present(List<Word> words) {
        if (words.isEmpty()) {
            return WITHOUT_WORDS;
        }
        var text =
                words.stream()
                        .map(it -> it.text().equals("i") ? "I" : it.text())
                        .collect(Collectors.joining(" "));
        var cut = shorten(text);
        return cut.substring(0, 1).toUpperCase(Locale.ROOT) + cut.substring(1);
    }

    private static String shorten(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int space = text.lastIndexOf(' ', LONGEST - 1);
        return text.substring(0, space > 0 ? space : LONGEST - 1) + "…";
    }
}
