package io.clipforge.api.docs;

import io.clipforge.api.problems.ProblemRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Collectors;

/** One page for each problem type: its address is the {@code type} of the problem. */
@Singleton
class ProblemPages {

    String index() {
        return DocsPages.page(
                "Problems",
                ProblemRegistry.all().stream()
                        .map(it ->
                                "<li><a href=\"/problems/%s\"><code>%s</code></a> (%d): %s</li>"
                                        .formatted(
                                                it.code(),
                                                it.code(),
                                                it.status(),
                                                escape(it.title())))
                        .collect(Collectors.joining("\n", "<ul>", "</ul>")));
    }

    Optional<String> page(String code) {
        return ProblemRegistry.all().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .map(it -> DocsPages.page(escape(it.title()), body(it)));
    }

    private static String body(ProblemRegistry.Entry entry) {
        return """
        <p><code>%s</code>, status %d</p>
        <p>%s</p>
        <dl><dt>When it happens</dt><dd>%s</dd><dt>What to do</dt><dd>%s</dd></dl>
        """
                .formatted(
                        entry.code(),
                        entry.status(),
                        escape(entry.description()),
                        escape(entry.when()),
                        escape(entry.mend()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
