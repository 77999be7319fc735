package io.clipforge.local.fuzz;

import io.clipforge.api.apikeys.ApiKeyService;
import io.clipforge.api.organizations.OrganizationService;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.local.Command;
import io.clipforge.local.Role;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Stage;
import io.clipforge.sdk.ClipForge;
import io.clipforge.sdk.model.NewApiKey;
import io.clipforge.sdk.model.Scope;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Schemathesis against the real control plane, once with every scope and once with reading ones
 * only: each operation by itself and in chains, with right and wrong values, every answer held
 * against the contract.
 */
public final class Fuzz {
    private static final long EXAMPLES = 100;
    private static final long SEED = 1;

    private final String program;
    private final Options options;
    private final Path reports;

    private Fuzz(String program, Options options, Path reports) {
        this.program = program;
        this.options = options;
        this.reports = reports;
    }

    public static void main(String[] arguments) {
        Command.exit(() -> {
            var program = Objects.requireNonNull(System.getenv("CLIPFORGE_FUZZER"));
            var options = Options.parse(List.of(arguments));
            var reports = Path.of(options.find("reports").orElse("target/fuzz")).toAbsolutePath();
            return new Fuzz(program, options, Files.createDirectories(reports)).run();
        });
    }

    private int run() throws Exception {
        try (var stage = Stage.open("fuzz")) {
            var servers = stage.servers();
            var properties = new HashMap<>(servers.queueAndStorage());
            properties.putAll(servers.database());
            properties.put("micronaut.server.port", -1);
            properties.put("clipforge.secret", UUID.randomUUID().toString());
            // what is looked for is behind the limits
            properties.put("clipforge.limits.requests.quota", 1_000_000);
            properties.put("clipforge.limits.uploads.quota", 1_000_000);
            properties.put("clipforge.limits.sign-ins.quota", 1_000_000);
            var api = stage.endsWithThis(Role.API.start(properties));
            var owner = owner(api);
            int asOwner = fuzz(stage, api, "owner", owner);
            int asViewer = fuzz(stage, api, "viewer", viewer(api, owner));
            return Math.max(asOwner, asViewer);
        }
    }

    private static String owner(EmbeddedServer api) {
        var tenant = new Tenant(UUID.randomUUID(), Environment.TEST);
        var context = api.getApplicationContext();
        context.getBean(OrganizationService.class).found(tenant.orgId(), "Fuzz");
        return context.getBean(ApiKeyService.class).issue(tenant, "owner");
    }

    private static String viewer(EmbeddedServer api, String owner) {
        var client = ClipForge.builder().baseUrl(api.getURI().toString()).apiKey(owner).build();
        var reading =
                Arrays.stream(Scope.values())
                        .filter(it -> it.getValue().endsWith(":read"))
                        .toList();
        var wanted =
                new NewApiKey()
                        .name("viewer")
                        .environment(io.clipforge.sdk.model.Environment.TEST)
                        .scopes(reading);
        return client.apiKeys().create(wanted).getSecret();
    }

    private int fuzz(Stage stage, EmbeddedServer api, String caller, String key)
            throws IOException, InterruptedException {
        System.out.println("as " + caller);
        var address = api.getURI();
        var builder =
                new ProcessBuilder(
                                program,
                                "run",
                                address + "/openapi.yaml",
                                "--url",
                                address.toString(),
                                "--max-examples",
                                Long.toString(options.number("examples", EXAMPLES)),
                                "--seed",
                                Long.toString(options.number("seed", SEED)),
                                "--report",
                                "junit",
                                "--report-junit-path",
                                reports.resolve(caller + ".xml").toString())
                        .directory(stage.folder().toFile())
                        .inheritIO();
        var settings = stage.folder().resolve("schemathesis.toml");
        try (var source = Fuzz.class.getResourceAsStream("schemathesis.toml")) {
            Files.write(settings, Objects.requireNonNull(source).readAllBytes());
        }
        // not on the command line, where everyone on the machine could read the key
        builder.environment().putAll(Map.of("CLIPFORGE_KEY", key, "NO_COLOR", "1"));
        return builder.start().waitFor();
    }
}
