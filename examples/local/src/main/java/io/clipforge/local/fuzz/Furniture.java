package io.clipforge.local.fuzz;

import io.clipforge.sdk.ClipForge;
import io.clipforge.sdk.model.CreatedInvitation;
import io.clipforge.sdk.model.Environment;
import io.clipforge.sdk.model.EventType;
import io.clipforge.sdk.model.Export;
import io.clipforge.sdk.model.Ingest;
import io.clipforge.sdk.model.InvitationAcceptance;
import io.clipforge.sdk.model.NewApiKey;
import io.clipforge.sdk.model.NewBrandKit;
import io.clipforge.sdk.model.NewExport;
import io.clipforge.sdk.model.NewIngest;
import io.clipforge.sdk.model.NewInvitation;
import io.clipforge.sdk.model.NewOAuthClient;
import io.clipforge.sdk.model.NewUpload;
import io.clipforge.sdk.model.NewWebhookEndpoint;
import io.clipforge.sdk.model.Ratio;
import io.clipforge.sdk.model.Role;
import io.clipforge.sdk.model.Scope;
import io.clipforge.sdk.model.UrlSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Something of everything an organization can have, so that a made-up request finds what it names:
 * a talk that went through the pipeline, a clip of it, people, keys, hooks.
 */
final class Furniture {
    /** Of requests that name something; the others make a name up. */
    private static final double SHARE = 0.7;

    /** Where no one listens. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:9/hooks");

    private static final List<String> PAGES =
            List.of("/talk.mp4", "/no-speech.mp4", "/unreachable.mp4", "/fails-at-render.mp4");

    private final ClipForge client;
    private final Map<String, List<String>> kept = new TreeMap<>();
    private final Map<String, List<String>> spare = new TreeMap<>();

    private Furniture(ClipForge client) {
        this.client = client;
    }

    /**
     * Needs workers; they may go afterwards.
     *
     * @param client with a test key
     * @param live with a live key of the same organization
     */
    static Furniture move(ClipForge client, ClipForge live) {
        var furniture = new Furniture(client);
        furniture.team(live);
        furniture.work();
        return furniture;
    }

    /** Work that no worker takes, so that it can be cancelled. */
    void queue() {
        var waiting = ingest(kept("project_id"), "/talk.mp4");
        keep("ingest_id", waiting.getId());
        keep("job_id", waiting.getJob().getId());
        keep("export_id", export(kept("moment_id")).getId(), export(kept("moment_id")).getId());
    }

    /** The id of a moment of a clip that can be exported. */
    String moment() {
        return kept("moment_id");
    }

    /** The id of the asset that most of the rest belongs to. */
    String talk() {
        return kept("asset_id");
    }

    /** The id of a key that nobody asks with. */
    String otherKey() {
        return client.apiKeys().create(key()).getId();
    }

    /**
     * As settings of Schemathesis: what is there, and which parameters name it. What a request
     * takes away is something that no other asks for.
     */
    String settings() {
        return dictionaries("", kept)
                + dictionaries("spare_", spare)
                + "\n[parameters]\n"
                + bindings()
                + takenAway("include-method = \"DELETE\"")
                + takenAway("include-operation-id = \"abortUpload\"");
    }

    private String takenAway(String by) {
        return "\n[[operations]]\n"
                + by
                + "\n\n[operations.parameters]\n"
                + spare.keySet().stream()
                        .map(it -> binding("path." + it, "spare_" + it))
                        .collect(Collectors.joining());
    }

    private static String dictionaries(String prefix, Map<String, List<String>> values) {
        return values.entrySet().stream()
                .map(it ->
                        "%n[dictionaries.%s%s]%nvalues = [\"%s\"]%n"
                                .formatted(
                                        prefix, it.getKey(), String.join("\", \"", it.getValue())))
                .collect(Collectors.joining());
    }

    private String bindings() {
        var names = new TreeMap<String, String>();
        kept.keySet().forEach(it -> names.put("path." + it, it));
        for (var it : List.of("project_id", "asset_id", "moment_id")) {
            names.put("query." + it, it);
        }
        names.put("body.project_id", "project_id");
        names.put("body.brand_kit_id", "brand_kit_id");
        names.put("body.source.upload_id", "upload_id");
        names.put("body.source.url", "url");
        return names.entrySet().stream()
                .map(it -> binding(it.getKey(), it.getValue()))
                .collect(Collectors.joining());
    }

    private static String binding(String parameter, String dictionary) {
        return "\"%s\" = { dictionary = \"%s\", probability = %s }%n"
                .formatted(parameter, dictionary, SHARE);
    }

    private void team(ClipForge live) {
        keep("invitation_id", invite(live, "open").getId());
        spare("invitation_id", invite(live, "unwanted").getId());
        keep("member_id", member(live, "kept"));
        spare("member_id", member(live, "leaving"));
        keep("api_key_id", otherKey());
        keep("oauth_client_id", oauthClient());
        spare("oauth_client_id", oauthClient());
    }

    private void work() {
        keep("webhook_endpoint_id", hook());
        spare("webhook_endpoint_id", hook());
        var project = client.projects().create("Furnished").getId();
        keep("project_id", project);
        spare("project_id", client.projects().create("Given up").getId());
        keep("upload_id", upload());
        spare("upload_id", upload());
        keep("brand_kit_id", brandKit());
        spare("brand_kit_id", brandKit());
        PAGES.forEach(it -> keep("url", address(it).toString()));

        var talk = ingest(project, "/talk.mp4");
        var failing = ingest(project, "/fails-at-rank.mp4");
        var unwanted = ingest(project, "/no-speech.mp4");
        client.ingests().waitUntilDone(talk.getId());
        client.ingests().waitUntilDone(unwanted.getId());
        keep("ingest_id", talk.getId(), failing.getId());
        keep("asset_id", talk.getAssetId(), failing.getAssetId());
        spare("asset_id", unwanted.getAssetId());
        var moments = client.moments().list(talk.getAssetId()).stream().limit(3).toList();
        moments.forEach(it -> keep("moment_id", it.getId()));
        var clip = export(moments.getFirst().getId());
        client.exports().waitUntilDone(clip.getId());
        keep("export_id", clip.getId());
        client.jobs().list().stream().limit(10).forEach(it -> keep("job_id", it.getId()));
        client.events().list().stream().limit(5).forEach(it -> keep("event_id", it.getId()));
        client.deliveries().list().stream().forEach(it -> keep("delivery_id", it.getId()));
    }

    private Ingest ingest(String project, String page) {
        var source = new UrlSource().url(address(page));
        return client.ingests().create(new NewIngest().projectId(project).source(source));
    }

    private Export export(String moment) {
        return client.exports()
                .create(new NewExport().momentId(moment).ratios(List.of(Ratio.VERTICAL_9_16)));
    }

    private static URI address(String page) {
        return URI.create("https://test.clipforge.dev" + page);
    }

    private static CreatedInvitation invite(ClipForge live, String name) {
        return live.invitations()
                .create(new NewInvitation().email(name + "@example.com").role(Role.DEVELOPER));
    }

    private static String member(ClipForge live, String name) {
        var acceptance =
                new InvitationAcceptance()
                        .token(invite(live, name).getToken())
                        .name(name)
                        .password("a long walk by the river");
        return live.invitations().accept(acceptance).getId();
    }

    private static NewApiKey key() {
        return new NewApiKey()
                .name("other")
                .environment(Environment.TEST)
                .scopes(List.of(Scope.PROJECTS_READ));
    }

    private String oauthClient() {
        var wanted =
                new NewOAuthClient()
                        .name("machine")
                        .environment(Environment.TEST)
                        .scopes(List.of(Scope.PROJECTS_READ));
        return client.oauthClients().create(wanted).getId();
    }

    private String hook() {
        var wanted =
                new NewWebhookEndpoint()
                        .url(NOBODY)
                        .eventTypes(List.of(EventType.INGEST_COMPLETED, EventType.EXPORT_READY));
        return client.webhookEndpoints().create(wanted).getId();
    }

    private String upload() {
        return client.uploads()
                .create(new NewUpload().filename("talk.mp4").sizeBytes(500_000_000L))
                .getId();
    }

    private String brandKit() {
        var wanted =
                new NewBrandKit()
                        .name("House")
                        .primaryColor("#202020")
                        .textColor("#ffffff")
                        .highlightColor("#ffcc00");
        return client.brandKits().create(wanted).getId();
    }

    private String kept(String name) {
        return Objects.requireNonNull(kept.get(name)).getFirst();
    }

    private void keep(String name, String... ids) {
        kept.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(List.of(ids));
    }

    private void spare(String name, String... ids) {
        spare.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(List.of(ids));
    }
}
