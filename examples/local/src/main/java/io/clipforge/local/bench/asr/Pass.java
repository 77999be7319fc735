package io.clipforge.local.bench.asr;

import java.util.Arrays;
import java.util.List;

/**
 * What an engine did with the sound.
 *
 * @param seconds from its samples to the last token
 * @param cpu seconds of processor time
 * @param tokens of all windows
 */
record Pass(double seconds, double cpu, List<Integer> tokens) {
    Pass {
        tokens = List.copyOf(tokens);
    }

    /** As it is printed: all numbers with blanks between them. */
    static Pass parse(String line) {
        var numbers = line.split(" ", -1);
        return new Pass(
                Double.parseDouble(numbers[0]),
                Double.parseDouble(numbers[1]),
                Arrays.stream(numbers).skip(2).map(Integer::valueOf).toList());
    }

    /** Share of the tokens that another wrote as well, where it wrote them. */
    double alike(Pass other) {
        int same = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (i < other.tokens.size() && tokens.get(i).equals(other.tokens.get(i))) {
                same++;
            }
        }
        return (double) same / tokens.size();
    }
}
