package io.clipforge.sdk.resources;

/** The filter of a list that has only pages. */
public final class Paging extends ListFilter<Paging> {
    @Override
    Paging self() {
        return this;
    }
}
