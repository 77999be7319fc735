package io.clipforge.api.secrets;

/** A sealed text does not open: a fault of ours or an attack, never the caller's. */
public final class UnopenableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnopenableException(String why) {
        super("a sealed secret cannot be opened: " + why);
    }
}
