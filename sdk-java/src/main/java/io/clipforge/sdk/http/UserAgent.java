package io.clipforge.sdk.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** How this SDK introduces itself. */
final class UserAgent {
    static final String VALUE =
            "clipforge-java/"
                    + version()
                    + " (java "
                    + System.getProperty("java.version")
                    + "; "
                    + System.getProperty("os.name")
                    + ")";

    private UserAgent() {}

    private static String version() {
        Properties properties = new Properties();
        try (InputStream file =
                UserAgent.class.getResourceAsStream("/io/clipforge/sdk/sdk.properties")) {
            properties.load(Objects.requireNonNull(file, "sdk.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
