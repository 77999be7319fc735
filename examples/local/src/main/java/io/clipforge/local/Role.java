package io.clipforge.local;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** What is a process of its own in production, a context of its own when several share a JVM. */
public enum Role {
    API("api", "io.clipforge.fleet"),
    FLEET("fleet", "io.clipforge.api");

    private final String environment;
    private final String foreign;

    Role(String environment, String foreign) {
        this.environment = environment;
        this.foreign = foreign;
    }

    public EmbeddedServer start(Map<String, Object> properties) {
        return ApplicationContext.builder()
                .environments(environment)
                .beanConfigurations(new Without(foreign))
                .properties(properties)
                .run(EmbeddedServer.class);
    }
}
