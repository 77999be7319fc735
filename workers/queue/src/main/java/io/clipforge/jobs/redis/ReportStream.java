package io.clipforge.jobs.redis;

import io.clipforge.jobs.JobQueue.Received;
import io.clipforge.jobs.JobReport;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the workers of one kind say, until the control plane has acknowledged it. */
final class ReportStream {
    /** A control plane that stays away must not fill Redis; a lost report costs a repeated job. */
    static final int KEPT = 100_000;

    private static final String FIELD = "report";

    private final RedisLink link;
    private final KindKeys keys;
    private final ConsumerGroup control;
    private final DeadLetters dead;

    ReportStream(RedisLink link, KindKeys keys, RedisQueueSettings settings, DeadLetters dead) {
        this.link = link;
        this.keys = keys;
        this.control = new ConsumerGroup(link, keys.reports(), "control", settings);
        this.dead = dead;
    }

    void send(JobReport report) {
        var fields = Map.of(FIELD, JobJson.write(report));
        var bounded = XAddArgs.Builder.maxlen(KEPT).approximateTrimming();
        link.call(redis -> RedisLink.await(redis.xadd(keys.reports(), bounded, fields)));
    }

    List<Received> read(int max, Duration patience) {
        var deadline = Deadline.in(patience);
        while (true) {
            var entries = control.read(max, deadline);
            var received = received(entries);
            if (!received.isEmpty() || entries.isEmpty()) {
                return received;
            }
        }
    }

    void settle(List<Received> reports) {
        control.settle(reports.stream().map(Received::receipt).toList());
    }

    private List<Received> received(List<StreamMessage<String, byte[]>> entries) {
        var received = new ArrayList<Received>(entries.size());
        for (var entry : entries) {
            try {
                received.add(new Received(entry.getId(), report(entry)));
            } catch (IOException e) {
                dead.add(keys, keys.reports(), entry.getBody(), e);
                control.settle(List.of(entry.getId()));
            }
        }
        return received;
    }

    private static JobReport report(StreamMessage<String, byte[]> entry) throws IOException {
        var json = entry.getBody().get(FIELD);
        if (json == null) {
            throw new IOException("no report");
        }
        return JobJson.read(json, JobReport.class);
    }
}
