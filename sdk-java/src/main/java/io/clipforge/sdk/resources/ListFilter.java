package io.clipforge.sdk.resources;

import io.clipforge.sdk.http.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What part of a list is wanted. Every property is optional.
 *
 * @param <F> the filter itself, so that calls can be chained
 */
public abstract sealed class ListFilter<F extends ListFilter<F>>
        permits Paging,
                Assets.Filter,
                AuditLog.Filter,
                Deliveries.Filter,
                Events.Filter,
                Exports.Filter,
                Ingests.Filter,
                Jobs.Filter {
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    ListFilter() {}

    /** How many objects a page holds: 1…100, 20 when not said. */
    public F limit(int limit) {
        return with("limit", limit);
    }

    /**
     * Where to begin: the {@link io.clipforge.sdk.Page#nextCursor()} of an earlier page of the same
     * list.
     */
    public F cursor(String cursor) {
        return with("cursor", cursor);
    }

    abstract F self();

    F with(String name, Object value) {
        parameters.put(name, value);
        return self();
    }

    Call on(Call call) {
        parameters.forEach(call::query);
        return call;
    }
}
