package io.clipforge.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clipforge.models.Puller.Patience;
import io.clipforge.models.Puller.Pulled;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against servers of its own on this machine. */
class PullerTest {
    private static final String GRAPH = "graph.onnx";
    private static final String CONFIG = "config.json";
    private static final String GRAPH_AT = "/org/ears/resolve/main/onnx/graph.onnx";
    private static final String CONFIG_AT = "/org/ears/resolve/main/config.json";
    private static final Patience IMPATIENT =
            new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ZERO, 3);

    private final byte[] graph = random(300_000);
    private final byte[] config = random(100);

    @TempDir Path folder;
    private FileServer storage;
    private FileServer hub;

    @BeforeEach
    void start() throws IOException {
        storage = new FileServer().with(GRAPH_AT, graph).with(CONFIG_AT, config);
        hub = new FileServer().hub().with(GRAPH_AT, graph).with(CONFIG_AT, config);
        hub.leadingTo(storage);
    }

    @AfterEach
    void stop() {
        hub.close();
        storage.close();
    }

    @Test
    void whatIsPulledIsInstalledUnderTheNamesOfTheManifest() throws Exception {
        var pulled = pull(model());

        assertEquals(new Pulled(graph.length + config.length, Trust.DECLARED), pulled);
        assertArrayEquals(graph, Files.readAllBytes(installed(GRAPH)));
        assertArrayEquals(config, Files.readAllBytes(installed(CONFIG)));
        assertEquals(Optional.of(folder.resolve("ears")), models(model()).find("ears"));
    }

    @Test
    void theLockRemembersWhatCameFromWhere() throws Exception {
        pull(pinned());

        var lock = ModelLock.in(folder.resolve("ears")).orElseThrow();
        assertEquals(hub.url().getAuthority(), lock.from());
        assertEquals(FileServer.COMMIT, lock.commit());
        assertEquals(
                new ModelLock.LockedFile(
                        GRAPH, graph.length, FileServer.sha256(graph), Trust.PINNED),
                lock.find(GRAPH).orElseThrow());
        assertEquals(Trust.DECLARED, lock.find(CONFIG).orElseThrow().trust());
    }

    @Test
    void progressGoesFromNothingToEverything() throws Exception {
        var done = new ArrayList<Long>();
        puller(model(), hubPlace())
                .pull(
                        model(),
                        new PullListener() {
                            @Override
                            public void progress(Model model, long bytes, long total) {
                                assertEquals(graph.length + config.length, total);
                                done.add(bytes);
                            }
                        });

        assertEquals(0, done.getFirst());
        assertEquals(done.stream().sorted().toList(), done);
        assertEquals(graph.length + config.length, done.getLast());
    }

    @Test
    void whatBrokeOffGoesOnWhereItStopped() throws Exception {
        storage.breaking(2, 100_000);

        pull(model());

        assertArrayEquals(graph, Files.readAllBytes(installed(GRAPH)));
        var ranges =
                gets(storage, GRAPH_AT).stream()
                        .map(it -> String.valueOf(it.header("Range")))
                        .toList();
        assertEquals(3, ranges.size());
        assertEquals("null", ranges.getFirst());
        assertTrue(ranges.getLast().matches("bytes=[1-9]\\d*-"), ranges::toString);
    }

    @Test
    void whatAnotherProcessLeftBehindGoesOn() throws Exception {
        storage.breaking(1, 100_000);
        var once = new Patience(IMPATIENT.answer(), IMPATIENT.silence(), Duration.ZERO, 1);
        var broken =
                assertThrows(
                        PullException.class,
                        () -> puller(model(), hubPlace(), once).pull(model(), PullListener.SILENT));
        assertInstanceOf(PullProblem.BrokenOff.class, broken.problem());
        var sentence = broken.problem().sentence();
        assertTrue(sentence.contains("pull again to go on"), sentence);
        long left = Files.size(part());
        assertTrue(left > 0 && left < graph.length);
        assertEquals(Optional.empty(), models(model()).find("ears"));

        var pulled = pull(model());

        assertEquals(graph.length - left + config.length, pulled.bytes());
        assertArrayEquals(graph, Files.readAllBytes(installed(GRAPH)));
        var second = gets(storage, GRAPH_AT).getLast();
        assertEquals("bytes=" + left + "-", second.header("Range"));
        assertEquals("\"1\"", second.header("If-Range"));
        assertFalse(Files.exists(part()));
    }

    @Test
    void aServerThatIgnoresRangesIsReadFromTheBeginning() throws Exception {
        storage.breaking(1, 100_000).withoutRanges();

        pull(model());

        assertArrayEquals(graph, Files.readAllBytes(installed(GRAPH)));
    }

    @Test
    void aFileThatIsAnotherNowIsReadFromTheBeginning() throws Exception {
        leave("half of something", "checksum=SHA-256 " + "0".repeat(64));

        pull(model());

        assertArrayEquals(graph, Files.readAllBytes(installed(GRAPH)));
        assertNull(gets(storage, GRAPH_AT).getFirst().header("Range"));
    }

    @Test
    void aVersionThatTheServerDoesNotHaveAnyMoreIsReadFromTheBeginning() throws Exception {
        leave("half of something", checksumLine() + "\nvalidator=\"0\"");

        pull(model());

        assertEquals("\"0\"", gets(storage, GRAPH_AT).getFirst().header("If-Range"));
        assertArrayEquals(graph, Files.readAllBytes(installed(GRAPH)));
    }

    @Test
    void aRangeThatTheServerDoesNotHaveIsReadFromTheBeginning() throws Exception {
        var shorter = random(10);
        storage.with(GRAPH_AT, shorter);
        hub.with(GRAPH_AT, shorter).declaring(FileServer.sha256(shorter)).declaring(100_000);
        leave("more than ten bytes", "checksum=SHA-256 " + FileServer.sha256(shorter));

        var refused = refused(onlyGraph(), hubPlace());

        assertInstanceOf(PullProblem.WrongContent.class, refused);
        assertEquals(2, gets(storage, GRAPH_AT).size());
    }

    @Test
    void aWrongChecksumIsRefused() throws Exception {
        storage.with(GRAPH_AT, random(graph.length));

        var refused = refused(pinned(), hubPlace());

        var wrong = assertInstanceOf(PullProblem.WrongContent.class, refused);
        assertEquals("SHA-256 " + FileServer.sha256(graph), wrong.expected());
        assertTrue(refused.sentence().startsWith(GRAPH + " is not what it should be"));
        assertNothingIsLeftOf(GRAPH);
    }

    @Test
    void whatThePinSaysGoesBeforeWhatTheHubSays() throws Exception {
        var other = random(graph.length);
        storage.with(GRAPH_AT, other);
        hub.with(GRAPH_AT, other);

        assertInstanceOf(PullProblem.WrongContent.class, refused(pinned(), hubPlace()));
        assertNothingIsLeftOf(GRAPH);
    }

    @Test
    void whatTheHubSaysIsHeldAgainstWhatItsStorageSends() throws Exception {
        storage.with(GRAPH_AT, random(graph.length));

        assertInstanceOf(PullProblem.WrongContent.class, refused(model(), hubPlace()));
        assertNothingIsLeftOf(GRAPH);
    }

    @Test
    void aSmallFileIsHeldAgainstItsNameInGit() throws Exception {
        for (var small : List.of(smallFiles(), smallFiles().moving())) {
            try (small) {
                var place = new Place.Publishers(small.url(), null);
                small.declaring("0".repeat(40));
                assertInstanceOf(PullProblem.WrongContent.class, refused(onlyGraph(), place));

                small.declaring(gitBlob(graph));
                assertEquals(
                        Trust.DECLARED,
                        puller(onlyGraph(), place).pull(onlyGraph(), PullListener.SILENT).trust());
                assertEquals(
                        new ModelLock(
                                "ears",
                                small.url().getAuthority(),
                                FileServer.COMMIT,
                                List.of(
                                        new ModelLock.LockedFile(
                                                GRAPH,
                                                graph.length,
                                                FileServer.sha256(graph),
                                                Trust.DECLARED))),
                        ModelLock.in(folder.resolve("ears")).orElseThrow());
                Files.delete(installed(GRAPH));
            }
        }
    }

    @Test
    void aWrongSizeIsRefusedBeforeAnythingComes() throws Exception {
        hub.declaring(graph.length + 1);

        var wrong =
                assertInstanceOf(PullProblem.WrongContent.class, refused(onlyGraph(), hubPlace()));

        assertEquals(graph.length + 1 + " bytes", wrong.expected());
    }

    @Test
    void moreThanWasDeclaredIsNotWritten() throws Exception {
        storage.chunked();
        hub.declaring(200_000);

        assertInstanceOf(PullProblem.WrongContent.class, refused(onlyGraph(), hubPlace()));
        assertNothingIsLeftOf(GRAPH);
    }

    @Test
    void aServerInTroubleIsAskedAgain() throws Exception {
        storage.failing(2);

        pull(model());

        assertArrayEquals(graph, Files.readAllBytes(installed(GRAPH)));
    }

    @Test
    void aServerThatStaysInTroubleIsGivenUp() throws Exception {
        storage.failing(100);

        var refused = assertInstanceOf(PullProblem.Refused.class, refused(onlyGraph(), hubPlace()));

        assertEquals(503, refused.status());
        assertEquals(IMPATIENT.tries(), gets(storage, GRAPH_AT).size());
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws Exception {
        var elsewhere =
                new Model(
                        "eyes",
                        ModelKind.FACES,
                        "",
                        "MIT",
                        URI.create("https://x"),
                        1,
                        1,
                        null,
                        List.of(
                                new ModelFile(
                                        "a.onnx",
                                        URI.create("https://huggingface.co/no/such"),
                                        null,
                                        null)));

        var sentence = refused(elsewhere, hubPlace()).sentence();

        assertEquals("There is no " + hub.url() + "no/such (HTTP 404).", sentence);
    }

    @Test
    void silenceIsNotWaitedForForEver() throws Exception {
        storage.silentAfter(1000);
        var patience = new Patience(IMPATIENT.answer(), Duration.ofMillis(200), Duration.ZERO, 1);

        var refused =
                assertThrows(
                        PullException.class,
                        () ->
                                puller(model(), hubPlace(), patience)
                                        .pull(onlyGraph(), PullListener.SILENT));

        var broken = assertInstanceOf(PullProblem.BrokenOff.class, refused.problem());
        assertTrue(broken.why().startsWith("nothing came for"), broken.why());
    }

    @Test
    void anAnswerIsNotWaitedForForEver() {
        hub.mute();
        var patience = new Patience(Duration.ofMillis(200), IMPATIENT.silence(), Duration.ZERO, 1);

        var refused =
                assertThrows(
                        PullException.class,
                        () ->
                                puller(model(), hubPlace(), patience)
                                        .pull(onlyGraph(), PullListener.SILENT));

        assertTrue(refused.problem().sentence().endsWith("(no answer in time)."));
    }

    @Test
    void anInterruptKeepsWhatCame() throws Exception {
        storage.silentAfter(1000);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pulling = threads.submit(() -> pull(onlyGraph()));
            awaitPart(1000);
            pulling.cancel(true);
        }

        assertEquals(1000, Files.size(part()));
        try (var well = new FileServer().with(GRAPH_AT, graph)) {
            hub.leadingTo(well);
            assertEquals(graph.length - 1000, pull(onlyGraph()).bytes());
        }
        assertArrayEquals(graph, Files.readAllBytes(installed(GRAPH)));
    }

    @Test
    void theTokenIsToldToTheHubAndNotToItsStorage() throws Exception {
        puller(model(), new Place.Publishers(hub.url(), "secret"))
                .pull(model(), PullListener.SILENT);

        for (var method : List.of("HEAD", "GET")) {
            assertFalse(hub.requests(method).isEmpty());
            for (var request : hub.requests(method)) {
                assertEquals("Bearer secret", request.header("Authorization"));
            }
        }
        assertFalse(storage.requests("GET").isEmpty());
        for (var request : storage.requests("GET")) {
            assertNull(request.header("Authorization"));
        }
    }

    @Test
    void noOneIsFollowedFromASecurePlaceToAnother() throws Exception {
        var http = URI.create("http://a.example/x");
        var https = URI.create("https://a.example/x");

        assertEquals(https, Walk.secure(http, https));
        assertEquals(https, Walk.secure(https, https));
        assertEquals(http, Walk.secure(http, http));
        assertThrows(PullException.class, () -> Walk.secure(https, http));
        assertThrows(PullException.class, () -> Walk.secure(http, URI.create("file:/etc/passwd")));
    }

    @Test
    void endlessRedirectsAreNotFollowed() throws Exception {
        var round = "/round";
        hub.leadingTo(round);

        assertInstanceOf(PullProblem.TooManyRedirects.class, refused(model(), hubPlace()));
    }

    @Test
    void aMirrorIsUsedAndPinsAreHeldAgainstIt() throws Exception {
        try (var mirror =
                new FileServer()
                        .with("/m/ears/" + GRAPH, graph)
                        .with("/m/ears/" + CONFIG, config)) {
            var place = Place.of(mirror.url() + "m");

            var pulled = puller(pinned(), place).pull(pinned(), PullListener.SILENT);

            assertEquals(new Pulled(graph.length + config.length, Trust.FIRST_SEEN), pulled);
            assertEquals(List.of(), hub.requests("GET"));
        }
    }

    @Test
    void aMirrorThatSendsSomethingElseIsRefused() throws Exception {
        try (var mirror = new FileServer().with("/ears/" + GRAPH, random(graph.length))) {
            var place = Place.of(mirror.url().toString());

            assertInstanceOf(PullProblem.WrongContent.class, refused(onlyPinnedGraph(), place));
            assertNothingIsLeftOf(GRAPH);
        }
    }

    @Test
    void aMirrorsLockSaysWhatItsFilesAre() throws Exception {
        pull(model());
        var lock = Files.readAllBytes(installed(ModelLock.NAME));
        try (var mirror =
                new FileServer()
                        .with("/ears/" + ModelLock.NAME, lock)
                        .with("/ears/" + GRAPH, graph)
                        .with("/ears/" + CONFIG, random(config.length))) {
            var place = Place.of(mirror.url().toString());
            Files.delete(installed(ModelLock.NAME));
            Files.delete(installed(CONFIG));

            var wrong = assertInstanceOf(PullProblem.WrongContent.class, refused(model(), place));
            assertEquals(CONFIG, wrong.file());

            mirror.with("/ears/" + CONFIG, config);
            assertEquals(
                    new Pulled(config.length, Trust.DECLARED),
                    puller(model(), place).pull(model(), PullListener.SILENT));
            assertEquals(
                    FileServer.COMMIT, ModelLock.in(folder.resolve("ears")).orElseThrow().commit());
        }
    }

    @Test
    void aFolderThatWasCarriedHereIsAsGood(@TempDir Path carried) throws Exception {
        new Puller(InstalledModels.in(carried, manifest(model())), hubPlace(), IMPATIENT)
                .pull(model(), PullListener.SILENT);
        stop();

        for (var place :
                List.of(Place.of(carried.toString()), Place.of(carried.toUri().toString()))) {
            assertEquals(
                    new Pulled(graph.length + config.length, Trust.DECLARED),
                    puller(model(), place).pull(model(), PullListener.SILENT));
            Files.delete(installed(GRAPH));
            Files.delete(installed(CONFIG));
        }

        Files.write(carried.resolve("ears/" + GRAPH), random(graph.length));
        var wrong =
                assertInstanceOf(
                        PullProblem.WrongContent.class,
                        refused(model(), new Place.Folder(carried)));
        assertEquals(GRAPH, wrong.file());

        Files.delete(carried.resolve("ears/" + GRAPH));
        assertEquals(
                new PullProblem.Missing(carried.resolve("ears/" + GRAPH)),
                refused(model(), new Place.Folder(carried)));
    }

    @Test
    void aFolderWithoutALockIsBelievedTheFirstTime(@TempDir Path carried) throws Exception {
        Files.createDirectory(carried.resolve("ears"));
        Files.write(carried.resolve("ears/" + GRAPH), graph);
        Files.write(carried.resolve("ears/" + CONFIG), config);

        var pulled = puller(model(), new Place.Folder(carried)).pull(model(), PullListener.SILENT);

        assertEquals(Trust.FIRST_SEEN, pulled.trust());
        assertTrue(Verification.of(models(model()), model()).good());
    }

    @Test
    void aFullDiskIsSaidAndWhatCameIsKept() throws Exception {
        Files.createDirectory(folder.resolve("ears"));
        Files.createSymbolicLink(part(), Path.of("/dev/full")); // every write there is ENOSPC

        var refused = refused(model(), hubPlace());

        assertInstanceOf(PullProblem.DiskFull.class, refused);
        assertTrue(refused.sentence().startsWith("The disk is full"), refused.sentence());
    }

    @Test
    void aDiskThatFillsUpKeepsWhatCameAndItGoesOnWhenThereIsRoom() throws Exception {
        var disk = Files.createDirectories(folder.resolve("ears"));
        assumeTrue(sh("mount -t tmpfs -o size=128k tmpfs " + disk), "only root makes a small disk");
        try (var simple = new FileServer().withoutHead().chunked().with("/ears/" + GRAPH, graph)) {
            var place = Place.of(simple.url().toString());

            var full = assertInstanceOf(PullProblem.DiskFull.class, refused(onlyGraph(), place));
            assertEquals(Files.size(part()), full.bytes());
            assertTrue(full.bytes() > 0);
            assertTrue(full.sentence().contains("kept in " + part()), full.sentence());

            assertTrue(sh("mount -o remount,size=1m " + disk));
            var pulled = puller(onlyGraph(), place).pull(onlyGraph(), PullListener.SILENT);
            assertEquals(graph.length - full.bytes(), pulled.bytes());
            assertArrayEquals(graph, Files.readAllBytes(installed(GRAPH)));
        } finally {
            sh("umount " + disk);
        }
    }

    private static boolean sh(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", command).start().waitFor() == 0;
    }

    @Test
    void whatHasNoRoomIsNotBegun() throws Exception {
        hub.declaring(1L << 60);

        var refused = assertInstanceOf(PullProblem.NoRoom.class, refused(onlyGraph(), hubPlace()));

        assertEquals(1L << 60, refused.needed());
        assertTrue(refused.free() > 0);
        assertEquals(List.of(), hub.requests("GET"));
    }

    @Test
    void withoutANetworkItIsSaidWhoCannotBeReached() throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        var refused = refused(model(), Place.of("http://127.0.0.1:" + nobody));
        assertEquals(
                "127.0.0.1:" + nobody + " cannot be reached (no connection).", refused.sentence());

        var nameless = refused(model(), Place.of("http://nobody.invalid"));
        assertEquals(
                "nobody.invalid cannot be reached (the name is not known).", nameless.sentence());
    }

    @Test
    void whatIsInstalledNeedsNoNetwork() throws Exception {
        pull(model());
        stop();

        assertEquals(new Pulled(0, Trust.DECLARED), pull(model()));
    }

    @Test
    void whatWasDamagedIsFetchedAgainAndNothingElse() throws Exception {
        pull(model());
        Files.write(installed(CONFIG), random(config.length));

        assertEquals(config.length, pull(model()).bytes());
        assertArrayEquals(config, Files.readAllBytes(installed(CONFIG)));
    }

    @Test
    void twoAtOnceFetchItOnce() throws Exception {
        var waiting = new CountDownLatch(1);
        var listener =
                new PullListener() {
                    @Override
                    public void waits(Model model) {
                        waiting.countDown();
                    }
                };
        storage.silentAfter(1000);
        try (var well = new FileServer().with(GRAPH_AT, graph);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> pull(onlyGraph()));
            awaitPart(1000);
            Future<Pulled> second =
                    threads.submit(() -> puller(model(), hubPlace()).pull(onlyGraph(), listener));
            waiting.await();
            hub.leadingTo(well);
            first.cancel(true);

            assertEquals(graph.length, second.get().bytes() + 1000);
        }
        assertEquals(1, gets(storage, GRAPH_AT).size());
    }

    @Test
    void anotherProcessIsWaitedFor() throws Exception {
        Files.createDirectory(folder.resolve("ears"));
        var waiting = new CountDownLatch(1);
        var other = LockHolder.start(folder.resolve("ears/.pull.lock"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pulling =
                    threads.submit(() ->
                            puller(model(), hubPlace())
                                    .pull(
                                            model(),
                                            new PullListener() {
                                                @Override
                                                public void waits(Model model) {
                                                    waiting.countDown();
                                                }
                                            }));
            waiting.await();
            assertFalse(pulling.isDone());
            other.destroy();

            assertEquals(graph.length + config.length, pulling.get().bytes());
        }
    }

    @Test
    void aPlaceThatAnswersIsKnownSoonAndOneThatDoesNotAsWell() throws Exception {
        assertTrue(hubPlace().answers(model(), Duration.ofSeconds(10)));
        assertTrue(Place.of(hub.url().toString()).answers(model(), Duration.ofSeconds(10)));
        assertFalse(Place.of("http://nobody.invalid").answers(model(), Duration.ofSeconds(10)));
        assertFalse(Place.of(folder.toString()).answers(model(), Duration.ofSeconds(10)));
    }

    private Pulled pull(Model model) throws Exception {
        return puller(model, hubPlace()).pull(model, PullListener.SILENT);
    }

    private PullProblem refused(Model model, Place place) {
        return assertThrows(
                        PullException.class,
                        () -> puller(model, place).pull(model, PullListener.SILENT))
                .problem();
    }

    private Puller puller(Model model, Place place) {
        return puller(model, place, IMPATIENT);
    }

    private Puller puller(Model model, Place place, Patience patience) {
        return new Puller(models(model), place, patience);
    }

    private Place hubPlace() {
        return new Place.Publishers(hub.url(), null);
    }

    private InstalledModels models(Model model) {
        return InstalledModels.in(folder, manifest(model));
    }

    private static Manifest manifest(Model model) {
        return new Manifest(List.of(model));
    }

    private Model model() {
        return model(file(GRAPH_AT, null, null), file(CONFIG_AT, null, null));
    }

    private Model onlyGraph() {
        return model(file(GRAPH_AT, null, null));
    }

    private Model pinned() {
        return model(
                file(GRAPH_AT, (long) graph.length, FileServer.sha256(graph)),
                file(CONFIG_AT, null, null));
    }

    private Model onlyPinnedGraph() {
        return model(file(GRAPH_AT, (long) graph.length, FileServer.sha256(graph)));
    }

    private static Model model(ModelFile... files) {
        return new Model(
                "ears",
                ModelKind.WHISPER,
                "hears",
                "MIT",
                URI.create("https://models.example"),
                1,
                1,
                null,
                List.of(files));
    }

    private static ModelFile file(String path, @Nullable Long bytes, @Nullable String sha256) {
        return new ModelFile(
                path.substring(path.lastIndexOf('/') + 1),
                URI.create("https://huggingface.co" + path),
                bytes,
                sha256);
    }

    private Path installed(String name) {
        return folder.resolve("ears").resolve(name);
    }

    private Path part() {
        return installed(GRAPH + ".part");
    }

    private void leave(String content, String note) throws IOException {
        Files.createDirectories(folder.resolve("ears"));
        Files.writeString(part(), content);
        Files.writeString(installed(GRAPH + ".part.of"), note);
    }

    private String checksumLine() {
        return "checksum=SHA-256 " + FileServer.sha256(graph);
    }

    private void assertNothingIsLeftOf(String file) {
        for (var ending : List.of("", ".part", ".part.of")) {
            assertFalse(Files.exists(installed(file + ending)), ending);
        }
        assertEquals(Optional.empty(), models(model()).find("ears"));
    }

    private FileServer smallFiles() throws IOException {
        return new FileServer().hub().with(GRAPH_AT, graph);
    }

    private static List<FileServer.Request> gets(FileServer server, String path) {
        return server.requests("GET").stream().filter(it -> it.path().equals(path)).toList();
    }

    private static String gitBlob(byte[] bytes) throws Exception {
        var digest = MessageDigest.getInstance("SHA-1");
        digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(bytes));
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random().nextBytes(bytes);
        return bytes;
    }

    private void awaitPart(long bytes) throws IOException {
        while (!Files.exists(part()) || Files.size(part()) < bytes) {
            Thread.onSpinWait();
        }
    }
}
