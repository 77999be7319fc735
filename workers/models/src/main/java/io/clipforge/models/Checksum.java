package io.clipforge.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the bytes of a file add up to.
 *
 * @param hex lower-case hexadecimal digits
 */
record Checksum(Kind kind, String hex) {
    enum Kind {
        SHA_256("SHA-256", "SHA-256"),
        /** SHA-1 over {@code blob LENGTH\0} and the content, as git names a file. */
        GIT_BLOB("git's SHA-1", "SHA-1");

        private final String spoken;
        private final String algorithm;

        Kind(String spoken, String algorithm) {
            this.spoken = spoken;
            this.algorithm = algorithm;
        }
    }

    private static final int CHUNK = 1 << 18;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SHA_1 = Pattern.compile("[0-9a-f]{40}");

    static Checksum sha256(String hex) {
        return new Checksum(Kind.SHA_256, hex);
    }

    /**
     * As the Hugging Face hub puts it into an {@code ETag}: the SHA-256 of a large file, git's name
     * of a small one.
     */
    static Optional<Checksum> ofTag(String tag) {
        if (SHA_256.matcher(tag).matches()) {
            return Optional.of(sha256(tag));
        }
        return SHA_1.matcher(tag).matches()
                ? Optional.of(new Checksum(Kind.GIT_BLOB, tag))
                : Optional.empty();
    }

    static Checksum of(Kind kind, Path file) throws IOException {
        var digest = digest(kind);
        if (kind == Kind.GIT_BLOB) {
            digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        try (var in = Files.newInputStream(file)) {
            var chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return new Checksum(kind, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest(Kind kind) {
        try {
            return MessageDigest.getInstance(kind.algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has both
        }
    }

    @Override
    public String toString() {
        return kind.spoken + " " + hex;
    }
}
