package io.clipforge.api.secrets;

import java.util.List;

/**
 * Rows that hold sealed secrets. Each feature that has some offers them as a bean, and housekeeping
 * seals them anew when the key has changed.
 *
 * @param <T> enough to find a row again; it is logged when the row cannot be sealed anew, so it
 *     holds no secret
 */
public interface SealedRows<T> {
    /** Sorts before every row. */
    T start();

    /**
     * The next rows, in their order, with a secret that is not sealed under the {@linkplain
     * SecretBox#currentKey current key}.
     *
     * @param last the one that was seen last
     */
    List<T> stale(T last, int limit);

    /** Seals a row's secrets under the current key; one that is gone is fine. */
    void sealAnew(T row);
}
