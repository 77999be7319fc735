package io.clipforge.media.captions.vtt;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** {@code 12.5%}, 0 to 100. */
final class VttPercent {
    private static final Pattern FORM = Pattern.compile("[0-9]++(?:\\.[0-9]++)?%");

    private VttPercent() {}

    static OptionalDouble parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double percent = Double.parseDouble(text.substring(0, text.length() - 1));
        return percent <= 100 ? OptionalDouble.of(percent) : OptionalDouble.empty();
    }

    static String format(double percent) {
        return number(percent) + "%";
    }

    /** Without an exponent, which the format does not know. */
    static String number(double value) {
        var plain = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return plain.signum() == 0 ? "0" : plain.toPlainString();
    }
}
