package dev.linger.neural.net;

/** What a network is told of examples: sums of rows of embeddings, and numbers, each at a place in a row of the input. */
public interface Inputs {
    /** Widths that are a multiple of it need no single numbers beside vectors. */
    int PADDING = 32;

    /** How many numbers an input has. */
    int width();

    /** Tells what the input of an example is made of. */
    void describe(int example, Sink sink);

    /** So many numbers or a few more: with them vector instructions do all of the way back. */
    static int paddedWidth(int width) {
        return (width + PADDING - 1) / PADDING * PADDING;
    }

    /** Inputs of a width that a function describes. */
    static Inputs of(int width, Description description) {
        return new Inputs() {
            @Override
            public int width() {
                return width;
            }

            @Override
            public void describe(int example, Sink sink) {
                description.describe(example, sink);
            }
        };
    }

    /** Tells what the input of an example is made of. */
    @FunctionalInterface
    interface Description {
        void describe(int example, Sink sink);
    }

    /** Takes what an input is made of. */
    interface Sink {
        /** Adds {@code weight * row} of an embedding from a place on. */
        void row(int table, int row, float weight, int at);

        /** Sets a number. */
        void number(float value, int at);
    }
}
