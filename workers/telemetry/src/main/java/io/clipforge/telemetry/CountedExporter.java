package io.clipforge.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the collector takes, and says when it goes away and comes back: once each. */
final class CountedExporter implements SpanExporter {
    private static final Logger log = LoggerFactory.getLogger(CountedExporter.class);

    /**
     * They repeat themselves on a log of their own; held, else they are forgotten and made anew.
     */
    private static final List<java.util.logging.Logger> WORDY =
            Stream.of("io.opentelemetry.exporter", "io.opentelemetry.sdk.trace.export")
                    .map(java.util.logging.Logger::getLogger)
                    .toList();

    private final SpanExporter exporter;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicBoolean away = new AtomicBoolean();

    CountedExporter(SpanExporter exporter) {
        this.exporter = exporter;
        WORDY.forEach(it -> it.setLevel(Level.OFF));
    }

    long taken() {
        return taken.get();
    }

    long failed() {
        return failed.get();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        int count = spans.size(); // the collection is used again afterwards
        var result = exporter.export(spans);
        return result.whenComplete(() -> count(count, result));
    }

    private void count(int spans, CompletableResultCode result) {
        if (result.isSuccess()) {
            taken.addAndGet(spans);
            if (away.compareAndSet(true, false)) {
                log.info("The collector takes traces again");
            }
        } else {
            failed.addAndGet(spans);
            if (away.compareAndSet(false, true)) {
                log.warn(
                        "The collector takes no traces: they are lost, and nothing else is; {}",
                        cause(result));
            }
        }
    }

    private static String cause(CompletableResultCode result) {
        var cause = result.getFailureThrowable();
        return cause == null ? "it did not say why" : cause.toString();
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
