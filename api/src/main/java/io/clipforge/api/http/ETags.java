package io.clipforge.api.http;

import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Versions of resources as entity tags. */
public final class ETags {
    private ETags() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /** Refuses an update that was made for another version; without a condition anything goes. */
    public static void require(@Nullable String ifMatch, int version) {
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(of(version))) {
            throw ApiProblem.of(
                    ProblemType.PRECONDITION_FAILED,
                    "The resource has changed since you read it; its entity tag is now "
                            + of(version)
                            + ".");
        }
    }

    /** The tags of a condition, compared weakly: whether they are marked so does not matter. */
    static List<String> list(String condition) {
        return Arrays.stream(condition.split(","))
                .map(String::strip)
                .map(it -> it.startsWith("W/") ? it.substring(2) : it)
                .toList();
    }
}
