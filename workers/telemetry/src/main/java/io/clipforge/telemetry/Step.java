package io.clipforge.telemetry;

import org.jspecify.annotations.Nullable;

/** A step of a trace in hand; it ends when it is closed. For one thread at a time. */
public interface Step extends AutoCloseable {

    /** Which side of a conversation a step is, as OpenTelemetry has it. */
    enum Kind {
        INTERNAL,
        SERVER,
        CLIENT,
        PRODUCER,
        CONSUMER
    }

    /**
     * Where it stands: what it brings about belongs under it. Null when it is in no trace, which is
     * so only where nothing is exported.
     */
    @Nullable TraceParent place();

    /** Its name, when that is known later than its beginning. */
    Step rename(String name);

    /** A fact about it; no secret, no personal data. */
    Step put(String key, String value);

    /** A fact about it. */
    Step put(String key, long value);

    /**
     * It did not go well.
     *
     * @param type one of few, such as the name of an exception or a status code
     */
    Step fail(String type);

    @Override
    void close();
}
