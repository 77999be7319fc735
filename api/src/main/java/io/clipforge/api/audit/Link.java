package io.clipforge.api.audit;

/** What the hash of an entry is made of: the hash before, the entry's number, and its facts. */
final class Link {
    /** What comes before the first entry. */
    static final String START = "";

    private Link() {}

    static String text(String previousHash, long sequence, String fact) {
        return previousHash + "\n" + sequence + "\n" + fact;
    }
}
