package io.clipforge.jobs.redis;

import static io.clipforge.jobs.redis.Script.argument;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.clipforge.jobs.JobQueue.Standing;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.Priority;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages of one kind that no worker has taken yet. */
final class Backlog {
    /** Redis does nothing else while it takes so many: about a millisecond. */
    private static final int TAKEN_AT_ONCE = 500;

    /** A fresh UUID without its last group, which counts the takes of one step. */
    private static final int RUN_PREFIX = "00000000-0000-0000-0000-".length();

    private static final Logger log = LoggerFactory.getLogger(Backlog.class);

    private final RedisLink link;
    private final KindKeys keys;
    private final ReportStream reports;
    private final DeadLetters dead;

    Backlog(RedisLink link, KindKeys keys, ReportStream reports, DeadLetters dead) {
        this.link = link;
        this.keys = keys;
        this.reports = reports;
        this.dead = dead;
    }

    /** At the end of its priority; what waits already is dropped. */
    void add(Priority priority, List<JobMessage> messages) {
        var names = new ArrayList<>(List.of(keys.jobs(priority), keys.waiting()));
        names.addAll(keys.jobs());
        var arguments = new ArrayList<byte[]>();
        arguments.add(argument(Bells.CHANNEL));
        arguments.add(argument(keys.kind().wireName()));
        messages.forEach(it -> arguments.add(JobEntry.write(it)));
        link.call(redis -> Script.SUBMIT.count(redis, names, arguments));
    }

    /** Takes what lies there; empty when nothing does. */
    List<Claim> take(int max, String worker) {
        var names =
                new ArrayList<>(List.of(keys.takes(), keys.waiting(), keys.reports(), keys.dead()));
        names.addAll(keys.jobs());
        var arguments =
                List.of(
                        argument(Math.min(max, TAKEN_AT_ONCE)),
                        argument(UUID.randomUUID().toString().substring(0, RUN_PREFIX)),
                        JobJson.write(worker),
                        argument(ReportStream.KEPT),
                        argument(DeadLetters.KEPT));
        var answer = link.call(redis -> Script.CLAIM.list(redis, names, arguments));
        var claims = new ArrayList<Claim>(answer.size() / 2);
        for (int i = 0; i < answer.size(); i += 2) {
            claim(text(answer.get(i)), (byte[]) answer.get(i + 1), claims);
        }
        return claims;
    }

    Standing standing() {
        var names = new ArrayList<>(List.of(keys.epoch()));
        names.addAll(keys.jobs());
        var fresh = List.of(argument(UUID.randomUUID().toString()));
        var answer = link.call(redis -> Script.STANDING.list(redis, names, fresh));
        var waiting = new EnumMap<Priority, Integer>(Priority.class);
        var lengths = answer.listIterator(2);
        for (var priority : Priority.values()) {
            waiting.put(priority, Math.toIntExact((Long) lengths.next()));
        }
        return new Standing(text(answer.get(0)) + "/" + text(answer.get(1)), waiting);
    }

    private void claim(String run, byte[] entry, List<Claim> claims) {
        if (run.isEmpty()) {
            log.error("A message of {} has no readable head and was put aside", keys.kind());
            return;
        }
        var taken = new JobEntry(entry);
        try {
            claims.add(new Claim(taken.message(keys.kind()), UUID.fromString(run)));
        } catch (IOException e) {
            putAside(taken, UUID.fromString(run), entry, e);
        }
    }

    /** Its start is reported already, so its end must be too. */
    private void putAside(JobEntry taken, UUID run, byte[] entry, IOException why) {
        var end = new JobOutcome.Failed(JobProblem.INTERNAL_ERROR, "no worker can read this job");
        try {
            dead.add(keys, "jobs", Map.of("entry", entry), why);
            reports.send(new JobReport.Ended(taken.jobId(), taken.attempt(), run, end));
        } catch (QueueUnavailableException e) {
            // the run stays silent, and its lease ends; the others of this step must not
            log.error("The end of unreadable job {} was not reported", taken.jobId(), e);
        }
    }

    private static String text(Object answer) {
        return new String((byte[]) answer, UTF_8);
    }
}
