package io.clipforge.sdk.errors;

/**
 * The storage behind a presigned address refused an upload or a download; 403 usually means that it
 * has expired.
 */
public final class StorageException extends ClipForgeException {
    private final int status;

    public StorageException(String message, int status) {
        super(message, null);
        this.status = status;
    }

    /** The HTTP status the storage answered with. */
    public int status() {
        return status;
    }
}
