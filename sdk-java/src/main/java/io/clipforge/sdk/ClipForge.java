package io.clipforge.sdk;

import io.clipforge.sdk.http.Background;
import io.clipforge.sdk.http.Pause;
import io.clipforge.sdk.http.Retries;
import io.clipforge.sdk.http.RetryBudget;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.resources.ApiKeys;
import io.clipforge.sdk.resources.Assets;
import io.clipforge.sdk.resources.AuditLog;
import io.clipforge.sdk.resources.BrandKits;
import io.clipforge.sdk.resources.Deliveries;
import io.clipforge.sdk.resources.Events;
import io.clipforge.sdk.resources.Exports;
import io.clipforge.sdk.resources.Ingests;
import io.clipforge.sdk.resources.Invitations;
import io.clipforge.sdk.resources.Jobs;
import io.clipforge.sdk.resources.Members;
import io.clipforge.sdk.resources.Moments;
import io.clipforge.sdk.resources.OAuthClients;
import io.clipforge.sdk.resources.Organizations;
import io.clipforge.sdk.resources.Projects;
import io.clipforge.sdk.resources.Sessions;
import io.clipforge.sdk.resources.Transcripts;
import io.clipforge.sdk.resources.Uploads;
import io.clipforge.sdk.resources.WebhookEndpoints;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The ClipForge API. Thread-safe; make one and keep it.
 *
 * <p>A call that fails for a passing reason is repeated up to {@code maxRetries} times: after
 * {@code Retry-After} when the server names it (at most 60 s at once), else after a random part of
 * 0.5, 1, 2 … 8 s. Only calls whose repetition has no second effect are repeated, and all calls of
 * a client share what may be spent on repetitions. What still fails is a {@link
 * io.clipforge.sdk.errors.ClipForgeException}.
 */
public final class ClipForge {
    private static final String PRODUCTION = "https://api.clipforge.io";

    private final Transport transport;
    private final Organizations organization;
    private final Members members;
    private final Invitations invitations;
    private final Sessions sessions;
    private final OAuthClients oauthClients;
    private final ApiKeys apiKeys;
    private final Projects projects;
    private final Uploads uploads;
    private final Ingests ingests;
    private final Assets assets;
    private final Transcripts transcripts;
    private final Moments moments;
    private final BrandKits brandKits;
    private final Exports exports;
    private final Jobs jobs;
    private final Events events;
    private final WebhookEndpoints webhookEndpoints;
    private final Deliveries deliveries;
    private final AuditLog auditLog;

    private ClipForge(Transport transport) {
        this.transport = transport;
        this.organization = new Organizations(transport);
        this.members = new Members(transport);
        this.invitations = new Invitations(transport);
        this.sessions = new Sessions(transport);
        this.oauthClients = new OAuthClients(transport);
        this.apiKeys = new ApiKeys(transport);
        this.projects = new Projects(transport);
        this.uploads = new Uploads(transport);
        this.jobs = new Jobs(transport);
        this.ingests = new Ingests(transport, uploads, jobs);
        this.assets = new Assets(transport);
        this.transcripts = new Transcripts(transport);
        this.moments = new Moments(transport);
        this.brandKits = new BrandKits(transport);
        this.exports = new Exports(transport, jobs);
        this.events = new Events(transport);
        this.webhookEndpoints = new WebhookEndpoints(transport);
        this.deliveries = new Deliveries(transport);
        this.auditLog = new AuditLog(transport);
    }

    /**
     * A client that takes everything from {@code CLIPFORGE_API_KEY} and {@code CLIPFORGE_BASE_URL}.
     */
    public static ClipForge fromEnvironment() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * The same client with other options; connections and the budget of repetitions are shared.
     * {@code client.with(it -> it.withTimeout(Duration.ofSeconds(5))).projects().list()}
     */
    public ClipForge with(UnaryOperator<CallOptions> options) {
        return new ClipForge(transport.with(options));
    }

    /**
     * Makes calls beside the caller, on a virtual thread where the JVM has them. A failure is the
     * {@link java.util.concurrent.ExecutionException#getCause() cause} of the future's; to cancel
     * the future ends the call.
     */
    public <T> CompletableFuture<T> async(Function<ClipForge, T> calls) {
        return Background.run(() -> calls.apply(this));
    }

    public Organizations organization() {
        return organization;
    }

    public Members members() {
        return members;
    }

    public Invitations invitations() {
        return invitations;
    }

    public Sessions sessions() {
        return sessions;
    }

    public OAuthClients oauthClients() {
        return oauthClients;
    }

    public ApiKeys apiKeys() {
        return apiKeys;
    }

    public Projects projects() {
        return projects;
    }

    public Uploads uploads() {
        return uploads;
    }

    public Ingests ingests() {
        return ingests;
    }

    public Assets assets() {
        return assets;
    }

    public Transcripts transcripts() {
        return transcripts;
    }

    public Moments moments() {
        return moments;
    }

    public BrandKits brandKits() {
        return brandKits;
    }

    public Exports exports() {
        return exports;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Events events() {
        return events;
    }

    public WebhookEndpoints webhookEndpoints() {
        return webhookEndpoints;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    /** Who changed what. */
    public AuditLog auditLog() {
        return auditLog;
    }

    /** Downloads what a presigned address of an asset or a rendition leads to. */
    public void download(URI address, Path target) {
        download(address, target, ProgressListener.NONE);
    }

    /**
     * Downloads what a presigned address of an asset or a rendition leads to. A cut connection is
     * taken up where it broke; the target appears only when it is complete, and replaces what was
     * there.
     *
     * @throws io.clipforge.sdk.errors.StorageException when the storage refuses, usually because
     *     the address has expired
     * @throws java.io.UncheckedIOException when the file cannot be written
     */
    public void download(URI address, Path target, ProgressListener listener) {
        transport.transfers().download(address, target, listener);
    }

    /** Names the server, never the key. */
    @Override
    public String toString() {
        return "ClipForge[" + transport + "]";
    }

    /** How to reach the API. */
    public static final class Builder {
        private @Nullable String apiKey;
        private @Nullable String baseUrl;
        private Duration timeout = Duration.ofSeconds(60);
        // the server breaks its silence every 15 s
        private Duration streamPatience = Duration.ofSeconds(45);
        private int maxRetries = 2;
        private UnaryOperator<@Nullable String> environment = System::getenv;
        private Pause pause = Pause.real();
        private Clock clock = Clock.systemUTC();
        private Consumer<HttpClient.Builder> http = client -> {};
        private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

        private Builder() {}

        /**
         * The key, {@code cf_live_…} or {@code cf_test_…}; else the environment's {@code
         * CLIPFORGE_API_KEY}.
         */
        public Builder apiKey(String key) {
            this.apiKey = key;
            return this;
        }

        /** Where the API is; else the environment's {@code CLIPFORGE_BASE_URL}, else production. */
        public Builder baseUrl(String url) {
            this.baseUrl = url;
            return this;
        }

        /**
         * How long an attempt waits for a connection, for an answer, or for the next byte: 60 s
         * when not said.
         */
        public Builder timeout(Duration time) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("timeout must be positive");
            }
            this.timeout = time;
            return this;
        }

        /** How often a failed attempt is repeated: 2 when not said, 0 for never. */
        public Builder maxRetries(int count) {
            this.maxRetries = count;
            return this;
        }

        /**
         * Sets what HTTP itself needs, such as a proxy, an authenticator or certificates. Redirects
         * are never followed, whatever is set here.
         */
        public Builder http(Consumer<HttpClient.Builder> settings) {
            this.http = settings;
            return this;
        }

        Builder environment(UnaryOperator<@Nullable String> variables) {
            this.environment = variables;
            return this;
        }

        Builder streamPatience(Duration time) {
            this.streamPatience = time;
            return this;
        }

        Builder time(Pause pause, Clock clock, DoubleSupplier random) {
            this.pause = pause;
            this.clock = clock;
            this.random = random;
            return this;
        }

        /**
         * @throws IllegalArgumentException when there is no key, or the key or the address is
         *     malformed
         */
        public ClipForge build() {
            return new ClipForge(
                    new Transport(
                            address(),
                            key(),
                            timeout,
                            streamPatience,
                            new Retries(maxRetries, pause, random, new RetryBudget()),
                            clock,
                            http));
        }

        private String key() {
            String key = apiKey == null ? environment.apply("CLIPFORGE_API_KEY") : apiKey;
            if (key == null || key.isBlank()) {
                throw new IllegalArgumentException(
                        "no API key: call apiKey(…) or set CLIPFORGE_API_KEY");
            }
            // checked here because the JDK would quote it in its complaint
            if (!key.strip().chars().allMatch(c -> c > ' ' && c < 127)) {
                throw new IllegalArgumentException("the API key holds characters that no key has");
            }
            return key.strip();
        }

        private String address() {
            String url = baseUrl == null ? environment.apply("CLIPFORGE_BASE_URL") : baseUrl;
            URI address = URI.create(url == null || url.isBlank() ? PRODUCTION : url.strip());
            boolean http =
                    "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (!http || address.getHost() == null || address.getUserInfo() != null) {
                throw new IllegalArgumentException("the base URL must be http(s)://host[:port]");
            }
            return address.toString().replaceAll("/+$", "");
        }
    }
}
