package io.clipforge.fleet.render;

import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Quality;
import io.clipforge.media.quality.Check;
import io.clipforge.media.quality.QualityReport;
import io.clipforge.media.quality.Verdict;
import io.clipforge.media.render.RenderedClip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Says what was measured in the contract's words. */
final class Findings {
    private Findings() {}

    static Quality of(QualityReport report) {
        return new Quality(
                verdict(report.verdict()), report.checks().stream().map(Findings::of).toList());
    }

    /**
     * What failed, with the ratios in which it did: {@code black_picture (9:16, 1:1): The picture
     * …}. Empty when every clip may be delivered.
     */
    static String failed(JobSpec.Render spec, List<RenderedClip> clips) {
        var ratios = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < clips.size(); i++) {
            var label = spec.ratios().get(i).label();
            for (var check : clips.get(i).quality().failed()) {
                var finding = check.subject().code() + " (%s): " + check.finding();
                ratios.computeIfAbsent(finding, _ -> new ArrayList<>()).add(label);
            }
        }
        return ratios.entrySet().stream()
                .map(it ->
                        it.getKey().replace("(%s)", "(" + String.join(", ", it.getValue()) + ")"))
                .collect(Collectors.joining(" "));
    }

    private static Quality.Check of(Check check) {
        return new Quality.Check(
                check.subject().code(),
                verdict(check.verdict()),
                check.measured(),
                check.limit(),
                check.subject().unit().symbol(),
                check.finding());
    }

    private static Quality.Verdict verdict(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Quality.Verdict.PASS;
            case WARN -> Quality.Verdict.WARN;
            case FAIL -> Quality.Verdict.FAIL;
        };
    }
}
