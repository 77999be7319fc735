package io.clipforge.models;

import java.util.Locale;

/** Bytes as a person reads them. */
public final class Amount {
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    private Amount() {}

    /** Such as {@code 1.1 GB}. */
    public static String of(long bytes) {
        double size = (double) bytes;
        if (size < KILO) {
            return bytes + " bytes";
        }
        if (size < MEGA) {
            return String.format(Locale.ROOT, "%.0f kB", size / KILO);
        }
        return size < GIGA
                ? String.format(Locale.ROOT, "%.0f MB", size / MEGA)
                : String.format(Locale.ROOT, "%.1f GB", size / GIGA);
    }
}
