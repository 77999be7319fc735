package io.clipforge.local;

import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.models.terminal.SpeechOffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts the platform and stays until it is told to stop. */
public final class Up {
    private Up() {}

    public static void main(String[] args) {
        Command.exit(() -> run(List.of(args)));
    }

    private static int run(List<String> options) throws Exception {
        SpeechOffer.make(options.contains("--yes"));
        var platform = Platform.startUntilExit(Command.home());
        System.out.printf(
                """
                ClipForge runs. Ctrl-C stops it; what it knows stays in %2$s.
                  API       %1$s/v1
                  docs      %1$s/docs
                  live key  %3$s
                  test key  %4$s
                  webhooks  may go to http://127.0.0.1:PORT here; examples/webhook-receiver is a receiver

                  curl -H 'Authorization: Bearer %4$s' %1$s/v1/organization
                """,
                platform.url(),
                platform.folder(),
                platform.apiKey(Environment.LIVE),
                platform.apiKey(Environment.TEST));
        new CountDownLatch(1).await();
        return 0;
    }
}
