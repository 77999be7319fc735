package io.clipforge.api;

import io.clipforge.api.configuration.ConfigurationCheck;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.List;

/** Starts one replica of the control plane. */
public final class Api {
    /** As sysexits.h has it. */
    private static final int BAD_CONFIGURATION = 78;

    private Api() {}

    public static void main(String[] args) {
        System.setProperty(
                "logback.configurationFile",
                System.getProperty("logback.configurationFile", "logback-api.xml"));
        var context = ApplicationContext.builder().args(args).environments("api").build();
        var problems = ConfigurationCheck.problems(context.getEnvironment().start());
        if (!problems.isEmpty()) {
            report(problems);
            System.exit(BAD_CONFIGURATION);
        }
        context.start().getBean(EmbeddedServer.class).start();
    }

    private static void report(List<String> problems) {
        System.err.println("ClipForge cannot start with this configuration:");
        problems.forEach(it -> System.err.println("  " + it));
    }
}
