package io.clipforge.local.bench.http;

import io.clipforge.local.Role;
import io.clipforge.local.Servers;
import io.clipforge.local.bench.Stage;
import io.clipforge.local.bench.processes.Member;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Our control plane in a process of its own, as it runs in production. */
record Plane(Member member, int port) {
    static final String NAME = "ClipForge";

    /** Connections to PostgreSQL, of ours and of each peer with all its workers. */
    static final int POOL = 16;

    private static final List<String> JVM =
            List.of("-XX:+UseParallelGC", "-Xmx512m", "-XX:+UseCompactObjectHeaders");

    /** Nothing runs yet. */
    static Plane of(Stage stage, String name, Map<String, Object> properties) throws IOException {
        int port = freePort();
        var own = new HashMap<>(properties);
        own.put("micronaut.server.port", port);
        var member = new Member(Role.API, name, own, stage.folder().resolve("logs"), JVM);
        return new Plane(stage.endsWithThis(member), port);
    }

    /** What every replica on these servers is told. The limits count as ever, but do not refuse. */
    static Map<String, Object> properties(Servers servers) {
        var properties = new HashMap<>(servers.queueAndStorage());
        properties.putAll(servers.database());
        properties.put("micronaut.server.port", -1);
        properties.put("clipforge.secret", UUID.randomUUID().toString());
        properties.put("clipforge.database.pool-size", POOL);
        properties.put("clipforge.limits.requests.quota", 100_000_000);
        return properties;
    }

    Service service() {
        return new Service(NAME, port, member.pid());
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
