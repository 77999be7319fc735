package io.clipforge.api.identity;

import java.text.Normalizer;
import java.util.Locale;

/** An e-mail address as it is compared and kept: capital letters make no difference. */
public record Email(String value) {
    public Email {
        value = Normalizer.normalize(value.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
