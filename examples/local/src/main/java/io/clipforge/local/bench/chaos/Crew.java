package io.clipforge.local.bench.chaos;

import io.clipforge.api.apikeys.ApiKeyService;
import io.clipforge.api.organizations.OrganizationService;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.local.Role;
import io.clipforge.local.Servers;
import io.clipforge.local.bench.Stage;
import io.clipforge.local.bench.processes.Member;
import io.clipforge.sdk.ClipForge;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The product as it runs in production: two control planes and three fleets, each a process. */
final class Crew {
    private static final String NAME = "Chaos";
    private static final int JOBS_AT_A_TIME = 2;

    /** Five JVMs share a small machine, and most die young: little memory, no second compiler. */
    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

    private final Servers servers;
    private final TcpProxy redis;
    private final Map<Target, Member> members = new EnumMap<>(Target.class);
    private final List<ClipForge> clients = new ArrayList<>();
    private final UUID organization = UUID.randomUUID();

    private Crew(Servers servers, TcpProxy redis) {
        this.servers = servers;
        this.redis = redis;
    }

    /** Returns when every process answers. */
    static Crew start(Stage stage) throws Exception {
        var servers = stage.servers();
        var address = URI.create(servers.redisUrl());
        var redis =
                stage.endsWithThis(
                        TcpProxy.to(new InetSocketAddress(address.getHost(), address.getPort())));
        var crew = new Crew(servers, redis);
        var key = crew.foundOrganization();
        for (var target : Target.values()) {
            if (target.controlPlane() || target.fleet()) {
                crew.members.put(
                        target, stage.endsWithThis(crew.member(target, key, stage.folder())));
            }
        }
        crew.startMembers();
        return crew;
    }

    Servers servers() {
        return servers;
    }

    UUID organization() {
        return organization;
    }

    /** One for each control plane. */
    List<ClipForge> clients() {
        return List.copyOf(clients);
    }

    TcpProxy redis() {
        return redis;
    }

    Member member(Target target) {
        var member = members.get(target);
        if (member == null) {
            throw new IllegalArgumentException(target.text() + " is no process of the product");
        }
        return member;
    }

    /** Makes the database and an account in it, in a control plane that nobody disturbs. */
    private String foundOrganization() throws IOException {
        try (var plane = Role.API.start(controlPlane(freePort()))) {
            var context = plane.getApplicationContext();
            context.getBean(OrganizationService.class).found(organization, NAME);
            return context.getBean(ApiKeyService.class)
                    .issue(new Tenant(organization, Environment.LIVE), NAME);
        }
    }

    private Member member(Target target, String key, Path folder) throws IOException {
        var logs = folder.resolve("logs");
        if (target.fleet()) {
            return new Member(Role.FLEET, target.text(), fleet(folder), logs, JVM);
        }
        int port = freePort();
        clients.add(
                ClipForge.builder()
                        .baseUrl("http://127.0.0.1:" + port)
                        .apiKey(key)
                        .timeout(Duration.ofSeconds(15)) // longer than any freeze
                        .maxRetries(0)
                        .build());
        return new Member(Role.API, target.text(), controlPlane(port), logs, JVM);
    }

    private Map<String, Object> controlPlane(int port) {
        var properties = behindProxy();
        properties.putAll(servers.database());
        properties.put("micronaut.server.port", port);
        properties.put("clipforge.secret", organization.toString());
        properties.put("clipforge.database.pool-size", 8);
        properties.put("clipforge.limits.requests.quota", 1_000_000);
        return properties;
    }

    private Map<String, Object> fleet(Path folder) {
        var properties = behindProxy();
        properties.put("micronaut.server.port", -1);
        properties.put("clipforge.fleet.slots", JOBS_AT_A_TIME);
        properties.put("clipforge.fleet.workspace", folder.resolve("work"));
        return properties;
    }

    private Map<String, Object> behindProxy() {
        var properties = new HashMap<>(servers.queueAndStorage());
        var direct = URI.create(servers.redisUrl());
        properties.put(
                "clipforge.redis.url",
                "redis://%s@127.0.0.1:%d".formatted(direct.getRawUserInfo(), redis.port()));
        return properties;
    }

    private void startMembers() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = new ArrayList<Future<?>>();
            for (var member : members.values()) {
                starts.add(
                        threads.submit(() -> {
                            member.start();
                            return null;
                        }));
            }
            for (var start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("not every process started: " + e.getMessage(), e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
