package io.clipforge.api;

import io.clipforge.api.apikeys.ApiKeyService;
import io.clipforge.api.organizations.OrganizationService;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** One replica of the control plane on the {@link Servers}, started once for all tests. */
final class ControlPlane {
    static final String OPERATOR = "the operator of the tests";

    /** Above the settings that all replicas share. */
    private static final int HIGHEST = 1_000;

    /** Seals, while the old one still opens. */
    static final String KEY = "autumn";

    static final String OLD_KEY = "summer";
    static final String OLD_KEY_BYTES = "c3VtbWVyIHN1bW1lciBzdW1tZXIgc3VtbWVyIHN1bW0=";

    private static final EmbeddedServer SERVER = start();

    private ControlPlane() {}

    static URI address() {
        return SERVER.getURI();
    }

    static <T> T bean(Class<T> type) {
        return SERVER.getApplicationContext().getBean(type);
    }

    /** Adds a bean that only the tests know. */
    static <T> void register(Class<T> type, T bean) {
        SERVER.getApplicationContext().registerSingleton(type, bean);
    }

    static <T> Collection<T> beans(Class<T> type) {
        return SERVER.getApplicationContext().getBeansOfType(type);
    }

    /** A caller of an organization of its own. */
    static Caller stranger() {
        return Caller.with(issue(UUID.randomUUID(), Environment.LIVE));
    }

    static String issue(UUID organization, Environment environment) {
        bean(OrganizationService.class).found(organization, "Test " + organization);
        return bean(ApiKeyService.class).issue(new Tenant(organization, environment), "tests");
    }

    private static EmbeddedServer start() {
        return replica(Map.of());
    }

    /** One more, with settings of its own; whoever starts it stops it. */
    static EmbeddedServer replica(Map<String, Object> settings) {
        return ApplicationContext.builder()
                .environments("api")
                .properties(
                        Map.of(
                                "clipforge.operator.token",
                                OPERATOR,
                                "clipforge.secrets.current",
                                KEY,
                                "clipforge.secrets.keys." + KEY,
                                "YXV0dW1uIGF1dHVtbiBhdXR1bW4gYXV0dW1uIGF1dHU=",
                                "clipforge.secrets.keys." + OLD_KEY,
                                OLD_KEY_BYTES))
                .properties(Map.copyOf(Servers.COLLECTOR.settings()))
                .properties(Map.of("otel.traces.sampler", "parentbased_always_off"))
                // tests look as often as they can
                .properties(
                        Map.of(
                                "clipforge.limits.requests.quota",
                                1_000_000,
                                "clipforge.limits.sign-ins.quota",
                                1_000_000))
                .properties(
                        Map.of(
                                "micronaut.server.port",
                                -1,
                                "clipforge.secret",
                                "the secret of the tests",
                                "clipforge.database.url",
                                Servers.databaseUrl(),
                                "clipforge.database.owner-password",
                                "owner",
                                "clipforge.database.app-password",
                                "app",
                                "clipforge.redis.url",
                                Servers.redisUrl(),
                                "clipforge.storage.endpoint",
                                Servers.storageEndpoint(),
                                "clipforge.storage.access-key",
                                Servers.ACCESS_KEY,
                                "clipforge.storage.secret-key",
                                Servers.SECRET_KEY,
                                "clipforge.webhooks.reach",
                                "ALSO_LOOPBACK"))
                .propertySources(
                        PropertySource.of(
                                "schedules",
                                Map.of("clipforge.housekeeping.at-night.cron", "0 30 2 * * *")),
                        PropertySource.of("its own", settings, HIGHEST))
                .run(EmbeddedServer.class);
    }
}
