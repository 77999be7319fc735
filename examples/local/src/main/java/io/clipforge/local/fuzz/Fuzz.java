package io.clipforge.local.fuzz;

import io.clipforge.api.apikeys.ApiKeyService;
import io.clipforge.api.organizations.OrganizationService;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.local.Command;
import io.clipforge.local.Role;
import io.clipforge.local.Servers;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Stage;
import io.clipforge.sdk.ClipForge;
import io.clipforge.sdk.model.NewApiKey;
import io.clipforge.sdk.model.Scope;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Schemathesis against the real control plane, with every scope, with reading ones only, and with
 * U+0000 in its texts: each operation by itself and in chains, with right and wrong values, among
 * things that are there, every answer held against the contract.
 */
public final class Fuzz {
    private static final long EXAMPLES = 100;
    private static final long SEED = 1;

    /** Any text may then hold U+0000, which none accepts and no schema says. */
    private static final String[] NUL = {
        "--generation-allow-x00", "true", "--exclude-checks", "positive_data_acceptance"
    };

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
            // a hook may be on this machine, where nobody listens
            properties.put("clipforge.webhooks.reach", "ALSO_LOOPBACK");
            var api = stage.endsWithThis(Role.API.start(properties));
            var tenant = new Tenant(UUID.randomUUID(), Environment.TEST);
            api.getApplicationContext()
                    .getBean(OrganizationService.class)
                    .found(tenant.orgId(), "Fuzz");
            var owner = key(api, tenant);
            var client = client(api, owner);
            // a test key lets nobody in who may use live keys
            var live = client(api, key(api, new Tenant(tenant.orgId(), Environment.LIVE)));
            var furniture = furnish(servers, client, live);
            configure(stage.folder(), furniture);
            int asOwner = fuzz(stage, api, "owner", owner, furniture);
            int asViewer = fuzz(stage, api, "viewer", viewer(client), furniture);
            int withNul = fuzz(stage, api, "owner-nul", owner, furniture, NUL);
            return Math.max(withNul, Math.max(asOwner, asViewer));
        }
    }

    private static String key(EmbeddedServer api, Tenant tenant) {
        return api.getApplicationContext().getBean(ApiKeyService.class).issue(tenant, "owner");
    }

    private static ClipForge client(EmbeddedServer api, String key) {
        return ClipForge.builder().baseUrl(api.getURI().toString()).apiKey(key).build();
    }

    /** The workers go before anything is made up: whatever it asks of them stays queued. */
    private static Furniture furnish(Servers servers, ClipForge client, ClipForge live) {
        var properties = new HashMap<>(servers.queueAndStorage());
        properties.put("micronaut.server.port", -1);
        Furniture furniture;
        try (var _ = Role.FLEET.start(properties)) {
            furniture = Furniture.move(client, live);
        }
        furniture.queue();
        return furniture;
    }

    private static void configure(Path folder, Furniture furniture) throws IOException {
        for (var name : List.of("schemathesis.toml", "checks.py")) {
            try (var source = Fuzz.class.getResourceAsStream(name)) {
                Files.write(folder.resolve(name), Objects.requireNonNull(source).readAllBytes());
            }
        }
        Files.writeString(
                folder.resolve("schemathesis.toml"),
                furniture.settings(),
                StandardOpenOption.APPEND);
    }

    private static String viewer(ClipForge client) {
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

    private int fuzz(
            Stage stage,
            EmbeddedServer api,
            String caller,
            String key,
            Furniture furniture,
            String... more)
            throws IOException, InterruptedException {
        System.out.println("as " + caller);
        var address = api.getURI();
        var command =
                new ArrayList<>(
                        List.of(program, "run", address + "/openapi.yaml", "--url", "" + address));
        command.addAll(List.of("--max-examples", "" + options.number("examples", EXAMPLES)));
        command.addAll(List.of("--seed", "" + options.number("seed", SEED)));
        command.addAll(List.of("--report", "junit", "--report-junit-path"));
        command.add(reports.resolve(caller + ".xml").toString());
        command.addAll(List.of(more));
        var builder = new ProcessBuilder(command).directory(stage.folder().toFile()).inheritIO();
        // not on the command line, where everyone on the machine could read the key
        builder.environment()
                .putAll(
                        Map.of(
                                "CLIPFORGE_KEY",
                                key,
                                "CLIPFORGE_OTHER_KEY",
                                furniture.otherKey(),
                                "CLIPFORGE_TALK",
                                furniture.talk(),
                                "CLIPFORGE_MOMENT",
                                furniture.moment(),
                                "NO_COLOR",
                                "1"));
        return builder.start().waitFor();
    }
}
