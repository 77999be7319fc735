package io.clipforge.media.quality;

/** What a figure is counted in. */
public enum Unit {
    SECONDS("s"),
    MILLISECONDS("ms"),
    /** 0 to 1. */
    SHARE("share"),
    /** Pixels of a frame that is 1080 wide, in a second. */
    PIXELS_PER_SECOND("px/s"),
    PER_SECOND("1/s"),
    /** Loudness, ITU-R BS.1770-4. */
    LUFS("LUFS"),
    /** True peak, ITU-R BS.1770-4. */
    DBTP("dBTP"),
    COUNT("count");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
