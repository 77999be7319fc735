package io.clipforge.fleet.ingest;

import io.clipforge.jobs.JobProblem;
import io.clipforge.net.BadStatus;
import io.clipforge.net.DownloadOutcome;
import io.clipforge.net.Downloaded;
import io.clipforge.net.Forbidden;
import io.clipforge.net.Progress;
import io.clipforge.net.SafeHttp;
import io.clipforge.net.TooLarge;
import io.clipforge.net.Unreachable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Fetches a customer's URL, more than once when its server stumbles. */
@Singleton
final class Download {
    private final SafeHttp http;
    private final DownloadConfiguration configuration;

    Download(SafeHttp http, DownloadConfiguration configuration) {
        this.http = http;
        this.configuration = configuration;
    }

    void fetch(String url, Path file, long maxBytes, Progress progress)
            throws Refusal, IOException, InterruptedException {
        var source = parse(url);
        var pause = configuration.pause();
        var outcome = http.download(source, file, maxBytes, progress);
        for (int tries = 1; tries < configuration.tries() && mayPass(outcome); tries++) {
            Thread.sleep(pause);
            pause = pause.multipliedBy(4);
            outcome = http.download(source, file, maxBytes, progress);
        }
        check(outcome);
    }

    private static void check(DownloadOutcome outcome) throws Refusal {
        switch (outcome) {
            case Downloaded _ -> {}
            case Forbidden(var reason) ->
                    throw refusal(JobProblem.SOURCE_FORBIDDEN, "The URL is refused: " + reason);
            case TooLarge(var maxBytes) ->
                    throw refusal(
                            JobProblem.PAYLOAD_TOO_LARGE,
                            "The file is larger than the allowed " + maxBytes + " bytes");
            case BadStatus(var status) ->
                    throw refusal(
                            JobProblem.SOURCE_UNREACHABLE,
                            "The server of the URL answered with status " + status);
            case Unreachable(var _, var detail) ->
                    throw refusal(
                            JobProblem.SOURCE_UNREACHABLE,
                            "The URL could not be fetched: " + detail);
        }
    }

    private static boolean mayPass(DownloadOutcome outcome) {
        return switch (outcome) {
            case Unreachable(var cause, var _) -> cause != Unreachable.Cause.REDIRECTS;
            case BadStatus(var status) -> status >= 500 || status == 429 || status == 408;
            case Downloaded _, Forbidden _, TooLarge _ -> false;
        };
    }

    private static URI parse(String url) throws Refusal {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new Refusal(JobProblem.SOURCE_FORBIDDEN, "The URL is not valid.", e);
        }
    }

    private static Refusal refusal(JobProblem problem, String sentence) {
        return new Refusal(problem, sentence + ".", null);
    }
}
