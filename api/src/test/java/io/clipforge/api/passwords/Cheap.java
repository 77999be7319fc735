package io.clipforge.api.passwords;

/** Hashes as they were made when computers were slow. */
public final class Cheap {
    private Cheap() {}

    public static String hash(String password) {
        return Argon2Hash.of(password, new Argon2Hash.Cost(64, 1, 1), new byte[16], 32).text();
    }
}
