package io.clipforge.jobs.redis;

import io.lettuce.core.Range;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A real Redis Cluster of three nodes on loopback, which keeps nothing but who belongs to it. It
 * takes about three seconds to start, since a node serves nobody in its first two.
 */
public final class ThrowawayRedisCluster implements AutoCloseable {
    private static final int SHARDS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;

    /** One for each third of the slots. */
    private final List<RedisNode> nodes = new ArrayList<>();

    private ThrowawayRedisCluster(Path folder) {
        this.folder = folder;
        for (int shard = 0; shard < SHARDS; shard++) {
            nodes.add(launch("node-" + shard));
            own(shard);
        }
        nodes.stream().skip(1).forEach(this::introduce);
        awaitHealth();
    }

    public static ThrowawayRedisCluster start() {
        try {
            return new ThrowawayRedisCluster(Files.createTempDirectory("redis-cluster"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names every node. */
    public String url() {
        return nodes.stream()
                .map(it -> "127.0.0.1:" + it.port())
                .collect(Collectors.joining(",", "redis://", ""));
    }

    /** As if the machines had lost their memory, without losing a connection. */
    public void forgetEverything() {
        nodes.forEach(it -> it.ask(redis -> redis.flushall()));
    }

    /** All of them. */
    public void stop() {
        nodes.forEach(RedisNode::stop);
    }

    /** On the same ports, empty. */
    public void startAgain() {
        nodes.forEach(RedisNode::startAgain);
        awaitHealth();
    }

    /** Asks the node where the key lies. */
    public <T> T ask(String key, Function<RedisCommands<String, String>, T> question) {
        return nodes.get(shard(key)).ask(question);
    }

    /** Which node the key lies on. */
    public int portOf(String key) {
        return nodes.get(shard(key)).port();
    }

    /** The node where the key lies dies, and a replica takes its place with what it had. */
    public void failOver(String key) {
        var dying = nodes.get(shard(key));
        var id = dying.ask(it -> it.clusterMyId());
        var replica = launch("replica-of-" + dying.port());
        introduce(replica);
        await(replica, ThrowawayRedisCluster::healthy); // knows whose slots it will inherit
        replica.ask(it -> it.clusterReplicate(id));
        await(replica, it -> it.info("replication").contains("master_link_status:up"));
        await(dying, it -> it.waitForReplication(1, 100) == 1);
        dying.stop();
        // by its own decision: an election would first have to find the other one dead
        replica.ask(it -> it.clusterFailover(false, true));
        nodes.set(shard(key), replica);
        awaitHealth();
    }

    @Override
    public void close() {
        stop();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RedisNode launch(String name) {
        return RedisNode.start(
                List.of(
                        "dir " + folder,
                        "cluster-enabled yes",
                        "cluster-config-file " + name + ".conf",
                        "cluster-announce-ip 127.0.0.1",
                        "cluster-node-timeout 2000",
                        "cluster-require-full-coverage no",
                        "repl-diskless-sync-delay 0"));
    }

    @SuppressWarnings("unchecked") // Lettuce takes its ranges as generic varargs
    private void own(int shard) {
        var slots = Range.create(firstSlot(shard), firstSlot(shard + 1) - 1);
        var node = nodes.get(shard);
        node.ask(it -> it.clusterSetConfigEpoch(shard + 1L));
        node.ask(it -> it.clusterAddSlotsRange(slots));
    }

    /** To one, who tells the others. */
    private void introduce(RedisNode node) {
        node.ask(it -> it.clusterMeet("127.0.0.1", nodes.getFirst().port()));
    }

    private void awaitHealth() {
        for (var node : nodes) {
            await(node, ThrowawayRedisCluster::healthy);
        }
    }

    private static boolean healthy(RedisCommands<String, String> node) {
        var info = node.clusterInfo();
        return info.contains("cluster_state:ok")
                && info.contains("cluster_slots_ok:" + SlotHash.SLOT_COUNT)
                && info.contains("cluster_size:" + SHARDS);
    }

    private static void await(RedisNode node, Predicate<RedisCommands<String, String>> wanted) {
        var deadline = Deadline.in(PATIENCE);
        while (!node.ask(wanted::test)) {
            if (deadline.passed()) {
                String seen = node.ask(it -> it.clusterInfo() + it.clusterNodes());
                throw new IllegalStateException(seen);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos()); // the machine is for the nodes
        }
    }

    private static int firstSlot(int shard) {
        return Math.ceilDiv(SlotHash.SLOT_COUNT * shard, SHARDS);
    }

    private static int shard(String key) {
        return SlotHash.getSlot(key) * SHARDS / SlotHash.SLOT_COUNT;
    }
}
