package io.clipforge.api.problems;

import io.clipforge.api.generated.model.Problem;
import org.jspecify.annotations.Nullable;

/** Problems that are kept with a resource, such as why an ingest failed. */
public final class Problems {
    private Problems() {}

    public static @Nullable Problem resource(@Nullable String code, @Nullable String detail) {
        if (code == null) {
            return null;
        }
        var type = ProblemType.find(code).orElse(ProblemType.INTERNAL_ERROR);
        return new Problem(type.page(), type.title(), type.status().getCode(), type.code())
                .detail(detail);
    }
}
