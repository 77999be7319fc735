package io.clipforge.api;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

/** Starts one replica of the control plane. */
public final class Api {
    private Api() {}

    public static void main(String[] args) {
        System.setProperty(
                "logback.configurationFile",
                System.getProperty("logback.configurationFile", "logback-api.xml"));
        ApplicationContext.builder(args).environments("api").run(EmbeddedServer.class);
    }
}
