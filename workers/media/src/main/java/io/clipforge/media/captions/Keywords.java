package io.clipforge.media.captions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of a clip that deserve to stand out: what the speaker says rarely, long words
 * before short ones, numbers before all. At most one in a caption, and in the better half of the
 * captions only: where everything stands out nothing does.
 */
public final class Keywords {
    private static final double NUMBER = 1.5;
    private static final int SHORTEST = 5;
    private static final double SHORTEST_WIDE = 3;
    private static final Set<String> PLAIN =
            Set.of(
                    ("about above after again almost along already although always among another"
                                    + " anybody anyone anything around because become before being below"
                                    + " better between both cannot could didn't doesn't doing don't during"
                                    + " either enough every everybody everyone everything first getting"
                                    + " given going gonna gotta great happen having hello instead isn't"
                                    + " itself knows later least little looking makes making maybe might"
                                    + " myself never nobody nothing often other others ought people perhaps"
                                    + " please pretty quite rather really right saying seems shall should"
                                    + " since someone something sometimes still taking thank thanks that's"
                                    + " their theirs there there's these they're thing things think those"
                                    + " though through today together towards trying under until using"
                                    + " wanna wants wasn't we're weren't what's where whether which while"
                                    + " whole whose within without won't would wouldn't years you're"
                                    + " yourself")
                            .split(" "));

    private final Map<String, Integer> counts = new HashMap<>();
    private final int total;

    private Keywords(List<Word> transcript) {
        transcript.forEach(word -> counts.merge(bare(word), 1, Integer::sum));
        this.total = transcript.size();
    }

    /**
     * @param transcript everything that is said, in the clip and around it
     */
    public static Keywords of(List<Word> transcript) {
        return new Keywords(transcript);
    }

    /**
     * The words that tell best what some of the transcript is about: said rarely elsewhere and
     * often here. Lower case, without punctuation, best first, none twice.
     */
    public List<String> best(List<Word> some, int most) {
        Map<String, Double> worth = new LinkedHashMap<>();
        some.forEach(word -> worth.merge(bare(word), score(word), Double::sum));
        return worth.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The captions with their keywords marked. */
    public List<Caption> emphasized(List<Caption> captions) {
        var best = captions.stream().map(this::best).toList();
        var scores = best.stream().filter(Objects::nonNull).map(this::score).sorted().toList();
        if (scores.isEmpty()) {
            return captions;
        }
        double enough = scores.get(scores.size() / 2);
        var emphasized = new ArrayList<Caption>();
        for (int i = 0; i < captions.size(); i++) {
            var word = best.get(i);
            boolean stands = word != null && score(word) >= enough;
            emphasized.add(stands ? marked(captions.get(i), word) : captions.get(i));
        }
        return emphasized;
    }

    /** The first of equals. */
    private @Nullable Word best(Caption caption) {
        Word best = null;
        for (var word : caption.words()) {
            if (score(word) > (best == null ? 0 : score(best))) {
                best = word;
            }
        }
        return best;
    }

    private static Caption marked(Caption caption, Word keyword) {
        var lines =
                caption.lines().stream()
                        .map(line ->
                                line.stream()
                                        .map(it -> it.equals(keyword) ? it.asKeyword() : it)
                                        .toList())
                        .toList();
        return new Caption(caption.startMs(), caption.endMs(), lines);
    }

    /** 0 for a word that never stands out. */
    private double score(Word word) {
        var bare = bare(word);
        boolean number = bare.codePoints().anyMatch(Character::isDigit);
        double columns = Columns.of(bare);
        boolean wide = columns > bare.length();
        if (bare.contains("*") || PLAIN.contains(bare)) {
            return 0;
        }
        if (!number && columns < (wide ? SHORTEST_WIDE : SHORTEST)) {
            return 0;
        }
        // a piece of a word does not stand in the transcript
        int count = counts.getOrDefault(bare, 1);
        double rarity = Math.log((total + 1.0) / count);
        return rarity * (1 + Math.min(columns, 12) / 24) * (number ? NUMBER : 1);
    }

    private static String bare(Word word) {
        return word.text()
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}%*]+$", "");
    }
}
