package dev.linger.serving.store;

/** More plays wait to be written than may: none of these was kept, and they can be sent again in a moment. */
public final class StoreBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreBusyException(int waiting) {
        super(waiting + " plays wait to be written, and no more may; send yours again in a moment");
    }
}
