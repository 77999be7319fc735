package io.clipforge.api.http;

import io.clipforge.api.problems.ApiProblem;
import java.util.List;

/** Lists of a body. A parser lets null through where the contract has none. */
public final class Items {
    private Items() {}

    /**
     * The list, if each of its items is there.
     *
     * @param pointer of the list in the body
     */
    public static <T> List<T> of(String pointer, List<T> list) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == null) {
                throw ApiProblem.invalid(pointer + "/" + i, "required", "It must not be null.");
            }
        }
        return list;
    }
}
