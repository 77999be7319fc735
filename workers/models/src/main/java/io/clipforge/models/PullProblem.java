package io.clipforge.models;

import java.net.URI;
import java.nio.file.Path;

/** Why a model did not come. */
public sealed interface PullProblem {
    /** For a person. */
    String sentence();

    /**
     * @param where host or folder
     */
    record Unreachable(String where, String why) implements PullProblem {
        @Override
        public String sentence() {
            return where + " cannot be reached (" + why + ").";
        }
    }

    record Refused(URI url, int status) implements PullProblem {
        @Override
        public String sentence() {
            return switch (status) {
                case 401, 403 ->
                        url
                                + " is not for everybody (HTTP "
                                + status
                                + "); HF_TOKEN may name a token.";
                case 404 -> "There is no " + url + " (HTTP 404).";
                default -> url + " was answered with HTTP " + status + ".";
            };
        }
    }

    record Missing(Path file) implements PullProblem {
        @Override
        public String sentence() {
            return "There is no " + file + ".";
        }
    }

    record Insecure(URI from, URI to) implements PullProblem {
        @Override
        public String sentence() {
            return from
                    + " leads to "
                    + to
                    + ", where nobody can say who answers. It is not followed.";
        }
    }

    record TooManyRedirects(URI url) implements PullProblem {
        @Override
        public String sentence() {
            return url + " leads from one address to the next without end.";
        }
    }

    /** What came is gone: nothing of it can be used. */
    record WrongContent(String file, String expected, String found) implements PullProblem {
        @Override
        public String sentence() {
            return file
                    + " is not what it should be: "
                    + expected
                    + " was expected, "
                    + found
                    + " came. It was thrown away.";
        }
    }

    /** What came is kept. */
    record BrokenOff(String file, long bytes, String why) implements PullProblem {
        @Override
        public String sentence() {
            return file
                    + " broke off after "
                    + Amount.of(bytes)
                    + " ("
                    + why
                    + "). What came is kept: pull again to go on.";
        }
    }

    record NoRoom(Path folder, long needed, long free) implements PullProblem {
        @Override
        public String sentence() {
            return Amount.of(needed)
                    + " more are needed in "
                    + folder
                    + ", "
                    + Amount.of(free)
                    + " are free. Nothing was fetched.";
        }
    }

    /** What came is kept. */
    record DiskFull(Path file, long bytes) implements PullProblem {
        @Override
        public String sentence() {
            if (bytes == 0) {
                return "The disk is full: " + file + " cannot be written.";
            }
            return "The disk is full. The "
                    + Amount.of(bytes)
                    + " that came are kept in "
                    + file
                    + ": make room and pull again to go on, or delete it.";
        }
    }

    record CannotWrite(Path file, String why) implements PullProblem {
        @Override
        public String sentence() {
            return file + " cannot be written (" + why + ").";
        }
    }
}
