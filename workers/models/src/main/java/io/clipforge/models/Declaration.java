package io.clipforge.models;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a file before it comes.
 *
 * @param bytes its size; absent when nobody says
 * @param checksum absent when nobody says
 * @param commit of the repository it is taken from
 */
record Declaration(
        @Nullable Long bytes, @Nullable Checksum checksum, @Nullable String commit, Trust trust) {
    static final Declaration NOTHING = new Declaration(null, null, null, Trust.FIRST_SEEN);

    /** What the manifest pins goes before what anybody declares. */
    Declaration pinnedBy(ModelFile file) {
        var size = file.bytes() == null ? bytes : file.bytes();
        return file.sha256() == null
                ? new Declaration(size, checksum, commit, trust)
                : new Declaration(size, Checksum.sha256(file.sha256()), commit, Trust.PINNED);
    }
}
