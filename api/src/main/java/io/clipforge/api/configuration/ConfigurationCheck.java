package io.clipforge.api.configuration;

import static io.clipforge.api.configuration.Setting.optional;
import static io.clipforge.api.configuration.Setting.required;

import io.clipforge.api.secrets.SecretKeysCheck;
import io.clipforge.net.Reach;
import io.micronaut.core.value.PropertyResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at everything that must be set, and tells all that is wrong at once. */
public final class ConfigurationCheck {
    private static final int SECRET_LENGTH = 16;
    private static final List<Setting> SETTINGS =
            List.of(
                    required(
                            "clipforge.secret",
                            "signs cursors, the same on every replica",
                            Objections.shorterThan(SECRET_LENGTH)),
                    required(
                            "clipforge.database.url",
                            "PostgreSQL, such as jdbc:postgresql://db:5432/clipforge",
                            Objections::database),
                    required(
                            "clipforge.database.app-password",
                            "of the role clipforge_app",
                            Objections::none),
                    required(
                            "clipforge.database.owner-password",
                            "of the role clipforge_owner, which migrates",
                            Objections::none),
                    optional(
                            "clipforge.database.pool-size",
                            "connections of this replica",
                            Objections::count),
                    required(
                            "clipforge.redis.url",
                            "the job queue, such as redis://:password@host:6379",
                            Objections.addressOf(
                                    "redis", "rediss", "redis-cluster", "rediss-cluster")),
                    required(
                            "clipforge.storage.endpoint",
                            "of the S3 protocol, as clients reach it",
                            Objections.addressOf("http", "https")),
                    required(
                            "clipforge.storage.access-key",
                            "of the object store",
                            Objections::none),
                    required(
                            "clipforge.storage.secret-key",
                            "of the object store",
                            Objections::none),
                    optional(
                            "clipforge.storage.url-lifetime",
                            "how long a presigned URL works",
                            Objections::duration),
                    optional("clipforge.port", "where requests come in", Objections::port),
                    optional(
                            "clipforge.operator.token",
                            "opens /operator",
                            Objections.shorterThan(SECRET_LENGTH)),
                    optional(
                            "clipforge.webhooks.reach",
                            "what webhooks may dial",
                            Objections.notOneOf(Reach.class)),
                    optional(
                            "clipforge.webhooks.concurrency",
                            "deliveries at once",
                            Objections::count),
                    optional(
                            "clipforge.webhooks.rotation-overlap",
                            "how long an old webhook secret signs too",
                            Objections::duration),
                    optional(
                            "clipforge.ingests.part-length",
                            "in which a long asset is worked on",
                            Objections::duration),
                    optional(
                            "clipforge.housekeeping.sweep-after",
                            "how long objects of failed runs are kept",
                            Objections::duration),
                    optional(
                            "clipforge.housekeeping.keep-deleted",
                            "how long media of deleted assets are kept",
                            Objections::duration),
                    optional(
                            "sentry.dsn",
                            "where errors are sent",
                            Objections.addressOf("http", "https")),
                    optional(
                            "otel.exporter.otlp.endpoint",
                            "where traces are sent, such as http://collector:4318",
                            Objections.addressOf("http", "https")),
                    optional(
                            "otel.exporter.otlp.traces.endpoint",
                            "where traces are sent, with its path",
                            Objections.addressOf("http", "https")),
                    optional(
                            "otel.exporter.otlp.protocol",
                            "how traces are sent",
                            Objections.otherThan("http/protobuf")),
                    optional(
                            "otel.exporter.otlp.traces.protocol",
                            "how traces are sent",
                            Objections.otherThan("http/protobuf")),
                    optional(
                            "otel.traces.sampler",
                            "which traces are kept",
                            Objections.otherThan(
                                    "always_on",
                                    "always_off",
                                    "traceidratio",
                                    "parentbased_always_on",
                                    "parentbased_always_off",
                                    "parentbased_traceidratio")),
                    optional(
                            "otel.traces.sampler.arg",
                            "what part of the traces is kept",
                            Objections::fraction));

    private ConfigurationCheck() {}

    /**
     * @return a line for each problem, without any secret; empty when nothing is known to be wrong
     */
    public static List<String> problems(PropertyResolver configuration) {
        var problems = new ArrayList<String>();
        for (var setting : SETTINGS) {
            setting.problem(value(configuration, setting.key())).ifPresent(problems::add);
        }
        SecretKeysCheck.objection(configuration).ifPresent(problems::add);
        return problems;
    }

    private static Optional<String> value(PropertyResolver configuration, String key) {
        return configuration.getProperty(key, String.class);
    }
}
