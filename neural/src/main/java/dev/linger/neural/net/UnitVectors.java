package dev.linger.neural.net;

import dev.linger.data.Seed;
import dev.linger.data.Workers;
import java.util.ArrayList;
import java.util.List;

/**
 * An {@link Mlp} whose outputs are brought to length 1, for examples that {@link Inputs} describe: in training a batch at a
 * time, cut into parts of {@value #PART} examples.
 */
public final class UnitVectors {
    private static final int PART = 64;

    private final Network network;
    private final Mlp mlp;
    private final Inputs inputs;

    public UnitVectors(Network network, Mlp mlp, Inputs inputs) {
        this.network = network;
        this.mlp = mlp;
        this.inputs = inputs;
    }

    /** The vectors of the examples {@code 0..count-1}, one row each. */
    public float[] of(int count, Workers workers) {
        float[] vectors = new float[Math.multiplyExact(count, mlp.outputs())];
        int rows = Math.min(PART, count);
        workers.forBlocks(count, PART, () -> new Part(rows), (part, block, from, to) -> {
            for (int at = from; at < to; at++) {
                part.gather.input(at, part.pass.input(), (at - from) * inputs.width());
            }
            part.pass.forward(network.weights(), to - from);
            UnitRows.forward(part.pass.output(), vectors, from * mlp.outputs(), to - from, mlp.outputs());
            part.gather.start();
        });
        return vectors;
    }

    /** Room for a part of the examples. */
    private final class Part {
        private final Mlp.Pass pass;
        private final Gather gather = new Gather(network, inputs);

        Part(int rows) {
            this.pass = mlp.new Pass(MatrixKernels.chosen(), rows);
        }
    }

    /** The same while it is trained. */
    public final class InTraining {
        private final Training training;
        private final List<Part> parts = new ArrayList<>();
        private final List<float[]> gradients = new ArrayList<>();

        public InTraining(Training training) {
            this.training = training;
        }

        /**
         * Writes the vectors of some examples with dropout, one row each.
         *
         * @param seed of the dropout of this batch
         */
        public void forward(int[] examples, float[] vectors, Seed seed, Workers workers) {
            while (parts.size() < Workers.blockCount(examples.length, PART)) {
                parts.add(new Part(PART));
                gradients.add(training.newGradient());
            }
            mlp.transpose(network.weights(), training.transposed());
            workers.forBlocks(examples.length, PART, () -> parts, (all, block, from, to) -> {
                Part part = all.get(block);
                part.gather.start();
                for (int at = from; at < to; at++) {
                    part.gather.input(examples[at], part.pass.input(), (at - from) * inputs.width());
                }
                part.pass.forward(network.weights(), to - from, seed.stream("part " + block));
                UnitRows.forward(part.pass.output(), vectors, from * mlp.outputs(), to - from, mlp.outputs());
            });
        }

        /** Adds up the gradients of the last batch, given those by its vectors. */
        public void backward(int count, float[] vectors, float[] gradient, Workers workers) {
            workers.forBlocks(count, PART, () -> parts, (all, block, from, to) -> {
                Mlp.Pass pass = all.get(block).pass;
                UnitRows.back(
                        pass.output(),
                        vectors,
                        gradient,
                        from * mlp.outputs(),
                        pass.outputGradient(),
                        to - from,
                        mlp.outputs());
                pass.backward(training.transposed(), gradients.get(block), to - from);
            });
            for (Part part : parts.subList(0, Workers.blockCount(count, PART))) {
                training.touched(part.gather.touches(), part.pass.inputGradient());
            }
        }
    }
}
