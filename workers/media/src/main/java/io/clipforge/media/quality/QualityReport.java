package io.clipforge.media.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All checks of a finished clip. */
public record QualityReport(List<Check> checks) {
    public QualityReport {
        checks = List.copyOf(checks);
    }

    /** The worst of all. */
    public Verdict verdict() {
        return checks.stream()
                .map(Check::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.PASS);
    }

    /** Empty for a clip that may be delivered. */
    public List<Check> failed() {
        return checks.stream().filter(it -> it.verdict() == Verdict.FAIL).toList();
    }

    /** What another try should do otherwise; empty when there is nothing. */
    public Set<Precaution> precautions() {
        return failed().stream()
                .flatMap(it -> it.subject().precautions().stream())
                .collect(Collectors.toSet());
    }
}
