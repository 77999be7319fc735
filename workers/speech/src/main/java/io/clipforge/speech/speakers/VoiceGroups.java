package io.clipforge.speech.speakers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts windows of one voice together: the pair first whose vectors have the greatest cosine on
 * average (average linkage), until none is greater than {@value #ALIKE}. What has fewer than
 * {@value #FEWEST} windows is no voice by itself. Both numbers are those of WeSpeaker's clustering
 * ({@code wespeaker/diar/pahc.py}). Then each window goes to the voice whose mean it is most like,
 * as in pyannote.audio.
 *
 * <p>Many windows are put together a few minutes at a time first, as far as nobody doubts, so that
 * time and memory grow with the length of the sound and not with its square.
 */
final class VoiceGroups implements Agglomeration.Kind<VoiceGroups.Group> {
    private static final double ALIKE = 0.3;
    private static final int FEWEST = 3;

    /** Twice what is enough in the end, so that nothing is decided early that is in doubt. */
    private static final double SURELY_ALIKE = 0.6;

    private static final int NEIGHBOURHOOD = 600;

    private VoiceGroups() {}

    /**
     * @param speakers absent means as many as are heard
     * @return of each window a number, from zero, of whose voice it is
     */
    static int[] of(List<VoiceWindow> windows, @Nullable Integer speakers) {
        var kind = new VoiceGroups();
        var near = kind.near(windows.stream().map(Group::of).toList());
        var voices = speakers == null ? kind.heard(near) : kind.told(near, speakers);
        var numbers = new int[windows.size()];
        for (int i = 0; i < numbers.length; i++) {
            var window = Group.of(windows.get(i));
            for (int voice = 1; voice < voices.size(); voice++) {
                if (cosine(window, voices.get(voice)) > cosine(window, voices.get(numbers[i]))) {
                    numbers[i] = voice;
                }
            }
        }
        return numbers;
    }

    /** The mean of the cosines of each of one with each of the other. */
    @Override
    public double likeness(Group one, Group other) {
        return dot(one.sum, other.sum) / ((double) one.windows * other.windows);
    }

    @Override
    public Group together(Group one, Group other) {
        var sum = one.sum.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.sum[i];
        }
        return new Group(sum, one.windows + other.windows);
    }

    private List<Group> near(List<Group> windows) {
        if (windows.size() <= NEIGHBOURHOOD) {
            return windows;
        }
        var all = new ArrayList<Group>();
        for (int from = 0; from < windows.size(); from += NEIGHBOURHOOD) {
            int to = Math.min(from + NEIGHBOURHOOD, windows.size());
            all.addAll(untilUnlike(windows.subList(from, to), SURELY_ALIKE));
        }
        return all;
    }

    private List<Group> heard(List<Group> apart) {
        var groups = untilUnlike(apart, ALIKE);
        var voices = voices(groups);
        return voices.isEmpty() ? groups : voices;
    }

    /** As it was when there were that many voices for the last time. */
    private List<Group> told(List<Group> apart, int speakers) {
        var groups = new Agglomeration<>(apart, this);
        var found = voices(groups.left());
        while (groups.size() > speakers) {
            groups.merge();
            var voices = voices(groups.left());
            if (voices.size() >= speakers) {
                found = voices;
            }
        }
        return found.size() < speakers ? groups.left() : found;
    }

    private List<Group> untilUnlike(List<Group> apart, double alike) {
        var groups = new Agglomeration<>(apart, this);
        while (groups.size() > 1 && groups.likeness() >= alike) {
            groups.merge();
        }
        return groups.left();
    }

    private static List<Group> voices(List<Group> groups) {
        return groups.stream().filter(it -> it.windows >= FEWEST).toList();
    }

    private static double cosine(Group one, Group other) {
        double lengths = dot(one.sum, one.sum) * dot(other.sum, other.sum);
        return lengths == 0 ? 0 : dot(one.sum, other.sum) / Math.sqrt(lengths);
    }

    private static double dot(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /**
     * @param sum of the vectors of its windows
     * @param windows how many
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Group(float[] sum, int windows) {
        static Group of(VoiceWindow window) {
            return new Group(window.voice(), 1);
        }
    }
}
