package io.clipforge.local;

import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        return start(properties, List.of(), List.of());
    }

    /**
     * As {@link #start(Map)}, to measure what some of its classes cost: without them, and with
     * others in their place.
     */
    public EmbeddedServer start(
            Map<String, Object> properties, List<String> without, List<Object> instead) {
        return ApplicationContext.builder()
                .environments(environment)
                .beanConfigurations(
                        Stream.concat(Stream.of(foreign), without.stream())
                                .map(Without::new)
                                .toArray(BeanConfiguration[]::new))
                .singletons(instead.toArray())
                .properties(properties)
                .run(EmbeddedServer.class);
    }
}
