package io.clipforge.models;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file of a model.
 *
 * @param name in the model's folder
 * @param url where its publisher offers it
 * @param bytes its size; absent when only the publisher knows it
 * @param sha256 64 lower-case hexadecimal digits; absent when only the publisher knows it
 */
public record ModelFile(String name, URI url, @Nullable Long bytes, @Nullable String sha256) {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public ModelFile {
        requireSafe(name);
        if (sha256 != null && !SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException(name + " has no SHA-256 such as " + sha256);
        }
    }

    /** Names become files, so none may lead elsewhere. */
    static String requireSafe(String name) {
        if (!SAFE.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' cannot be the name of a file");
        }
        return name;
    }
}
