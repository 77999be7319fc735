package io.clipforge.jobs.redis;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobQueue.Received;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.Priority;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.function.Executable;

/** A queue, the power over it, and the words that its behaviours are written in. */
interface QueueUnderTest {
    List<JobKind> ALL = List.of(JobKind.values());
    List<JobKind> RANK = List.of(JobKind.RANK);
    Duration NOW = Duration.ZERO;
    Duration LONG = Duration.ofSeconds(20);

    JobQueue queue();

    /** The same queue as one more process sees it. */
    JobQueue another();

    void forgetEverything();

    void takeAway();

    /** Empty. */
    void bringBack();

    /** Longer than the queue waits until it delivers again what was not acknowledged. */
    Duration redelivery();

    default JobMessage submit() {
        return submit(JobKind.RANK, Priority.STANDARD, 1).getFirst();
    }

    default List<JobMessage> submit(JobKind kind, Priority priority, int count) {
        var messages = messages(kind, count);
        queue().submit(kind, priority, messages);
        return messages;
    }

    default List<JobMessage> claimed(int max) {
        return messages(queue().claim(ALL, max, "w", NOW));
    }

    default int waiting(JobKind kind) {
        return queue().standing(kind).waiting().values().stream().mapToInt(it -> it).sum();
    }

    default List<Received> reports(Duration patience) {
        return queue().reports(JobKind.RANK, "api-1", 100, patience);
    }

    static List<JobMessage> messages(JobKind kind, int count) {
        return IntStream.range(0, count).mapToObj(_ -> message(kind)).toList();
    }

    static JobMessage message(JobKind kind) {
        return new JobMessage(UUID.randomUUID(), 3, GoldenJobs.spec(kind));
    }

    static List<JobMessage> messages(List<Claim> claims) {
        return claims.stream().map(Claim::message).toList();
    }

    static List<JobReport> said(List<Received> received) {
        return received.stream().map(Received::report).toList();
    }

    static void eventually(Executable check) {
        var deadline = Deadline.in(LONG);
        while (true) {
            try {
                check.execute();
                return;
            } catch (Throwable e) {
                if (deadline.passed()) {
                    throw new AssertionError("not within " + LONG, e);
                }
                Thread.onSpinWait();
            }
        }
    }
}
