package io.clipforge.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command runner and what counts the tests, run as a person would. */
class RunnerTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir Path folder;

    @Test
    void helpNamesEveryCommand() throws Exception {
        var help = runner("help");
        assertEquals(0, help.exit());
        for (var command :
                List.of("demo", "up", "models", "test", "gen", "bench", "setup", "help")) {
            assertTrue(help.output().contains("./clipforge " + command + " "), command);
        }
    }

    @Test
    void anUnknownCommandIsRefusedWithASentence() throws Exception {
        assertEquals(
                new Result(
                        1, "clipforge: there is no command 'dmeo'; ./clipforge help lists them\n"),
                runner("dmeo"));
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() throws Exception {
        jdk("jdk-17", "17.0.15");
        var result = useJdk();
        assertEquals(1, result.exit());
        assertTrue(result.output().contains("Install Temurin 25"), result.output());
    }

    @Test
    void aNewJdkIsFoundWhereOldOnesLieBesideIt() throws Exception {
        jdk("jdk-17", "17.0.15");
        jdk("jdk-8", "1.8.0");
        var newest = jdk("jdk-26", "26");
        assertEquals(new Result(0, newest + "\n"), useJdk());
    }

    @Test
    void aRuntimeWithoutACompilerIsNoJdk() throws Exception {
        Files.delete(jdk("jre-26", "26").resolve("bin/javac"));
        assertEquals(1, useJdk().exit());
    }

    @Test
    void passedFailedAndSkippedAreCountedOverAllSuites() throws Exception {
        report("java", "a.xml", "<testcase/><testcase><skipped/></testcase>");
        report("java", "b.xml", "<testcase><system-out>&lt;failure&gt;</system-out></testcase>");
        report("python", "c.xml", "<testcase><failure/></testcase><testcase><error/></testcase>");
        var tally = tally();
        assertEquals("2 passed, 2 failed, 1 skipped", tally.lastLine());
        assertEquals(1, tally.exit());
    }

    @Test
    void whenEverythingPassesOnlyPassesAreNamed() throws Exception {
        report("java", "a.xml", "<testcase/><testcase/>");
        assertEquals(new Result(0, "2 passed, 0 failed\n"), tally());
    }

    @Test
    void aBuildThatFailedIsAFailureThoughNoTestFailed() throws Exception {
        report("java", "a.xml", "<testcase/>");
        Files.createFile(folder.resolve("java/broken"));
        var tally = tally();
        assertEquals("1 passed, 1 failed", tally.lastLine());
        assertEquals(1, tally.exit());
    }

    @Test
    void aFailedTestIsNotCountedTwice() throws Exception {
        report("java", "a.xml", "<testcase><failure/></testcase>");
        Files.createFile(folder.resolve("java/broken"));
        assertEquals("0 passed, 1 failed", tally().lastLine());
    }

    @Test
    void aSuiteThatRanNothingIsAFailure() throws Exception {
        report("java", "a.xml", "<testcase/>");
        Files.createDirectory(folder.resolve("python"));
        assertEquals("1 passed, 1 failed", tally().lastLine());
    }

    @Test
    void aReportCutShortIsAFailure() throws Exception {
        report("java", "a.xml", "<testcase/><testcase>");
        var tally = tally();
        assertEquals("0 passed, 1 failed", tally.lastLine());
        assertNotEquals(0, tally.exit());
    }

    private record Result(int exit, String output) {
        String lastLine() {
            return output.lines().toList().getLast();
        }
    }

    private void report(String suite, String file, String cases) throws IOException {
        var report = Files.createDirectories(folder.resolve(suite)).resolve(file);
        Files.writeString(report, "<testsuite>" + cases + "</testsuite>");
    }

    private Path jdk(String name, String version) throws IOException {
        var home = folder.resolve("jdks").resolve(name);
        var javac = Files.createDirectories(home.resolve("bin")).resolve("javac");
        Files.writeString(javac, "#!/bin/sh\nexit 1\n");
        assertTrue(javac.toFile().setExecutable(true));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Result tally() throws Exception {
        return run(Map.of(), "python3", ROOT.resolve(".ci/tally.py").toString(), folder.toString());
    }

    private static Result runner(String command) throws Exception {
        return run(Map.of(), ROOT.resolve("clipforge").toString(), command);
    }

    /** On a machine that has nothing but the JDKs made here. */
    private Result useJdk() throws Exception {
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var tool : List.of("bash", "dirname", "readlink", "find", "sort", "sed")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
        var environment =
                Map.of(
                        "PATH", tools.toString(),
                        "JAVA_HOME", "",
                        "CLIPFORGE_JDKS", folder.resolve("jdks").toString());
        var script = "source '" + ROOT.resolve("clipforge") + "'; use_jdk; echo \"$JAVA_HOME\"";
        return run(environment, "bash", "-c", script);
    }

    private static Result run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
