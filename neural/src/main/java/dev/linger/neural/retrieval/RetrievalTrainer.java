package dev.linger.neural.retrieval;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.TimeDecay;
import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.neural.Histories;
import dev.linger.neural.net.Adam;
import dev.linger.neural.net.InBatchSoftmax;
import dev.linger.neural.net.MatrixKernels;
import dev.linger.neural.net.Training;
import dev.linger.neural.net.UnitVectors;
import java.util.function.Supplier;

/** Trains {@link VectorModel}s on liked plays, each by what was known just before it. */
final class RetrievalTrainer {
    private final String name;
    private final VectorConfig config;
    private final FitContext context;
    private final Histories plays;
    private final float[] statistics;
    private final LikedPlays liked;
    private final MemberStates states;

    /**
     * @param name of the source, for messages
     * @param statistics of the video of each row of the log before it
     * @param states how far members are
     */
    RetrievalTrainer(
            String name,
            VectorConfig config,
            FitContext context,
            Histories plays,
            float[] statistics,
            MemberStates states) {
        this.name = name;
        this.config = config;
        this.context = context;
        this.plays = plays;
        this.statistics = statistics;
        this.states = states;
        TimeDecay decay = new TimeDecay(config.halfLifeDays(), context.cutMillis());
        this.liked = new LikedPlays(plays, context.log(), context.itemCount(), config, decay);
    }

    /**
     * Trains one network, from where it was when it was last kept.
     *
     * @param untrained makes it
     * @param losses where the mean loss of each epoch is added
     * @throws InputException where the loss is no number any more
     */
    VectorModel train(Supplier<VectorModel> untrained, int member, double[] losses, Progress.Task task) {
        Seed seed = context.seed().derive(name + " " + member);
        VectorModel model = untrained.get();
        model.network().start(seed.stream("start"));
        Run run = new Run(model, member, seed);
        double[] own = run.goOn();
        task.advance(own.length);
        while (own.length < config.epochs()) {
            own = MemberStates.State.and(own, run.epoch(own.length));
            if (states.areKept()) {
                states.take(member, new MemberStates.State(own, run.training.state()));
            }
            task.advance(1);
        }
        for (int epoch = 0; epoch < own.length; epoch++) {
            losses[epoch] += own[epoch];
        }
        forgetUnseen(model);
        return model;
    }

    /** The vectors of videos without plays are noise from the start values. */
    private void forgetUnseen(VectorModel model) {
        boolean[] isPlayed = new boolean[context.itemCount()];
        for (int item : plays.item()) {
            isPlayed[item] = true;
        }
        for (int item = 0; item < isPlayed.length; item++) {
            if (!isPlayed[item]) {
                model.network().table(model.items().idTable()).clear(item);
            }
        }
    }

    /** One training from its first batch to its last. */
    private final class Run {
        private final int member;
        private final Seed seed;
        private final Training training;
        private final InBatchSoftmax softmax;
        private final UserSide users;
        private final UnitVectors.InTraining items;

        Run(VectorModel model, int member, Seed seed) {
            this.member = member;
            this.seed = seed;
            this.training = new Training(model.network(), new Adam(config.learningRate()));
            this.softmax = new InBatchSoftmax(
                    MatrixKernels.chosen(), config.batchSize(), config.factorCount(), config.temperature());
            this.users = model.training(plays, training);
            this.items = model.items().training(plays, statistics, training);
        }

        /** Goes on from the last state, where one was kept, and returns the losses of the epochs before. */
        double[] goOn() {
            return states.latest(member, config.epochs())
                    .map(state -> {
                        training.goOnFrom(state.training());
                        return state.losses();
                    })
                    .orElse(new double[0]);
        }

        /** Goes through the plays of an epoch, and returns the mean loss of its batches. */
        double epoch(int epoch) {
            int[] drawn = liked.draw(seed.stream("epoch " + epoch));
            double sum = 0;
            int steps = 0;
            for (int[] batch : users.batches(drawn, config.batchSize(), seed.stream("batches " + epoch))) {
                sum += step(batch);
                steps++;
                if (!Double.isFinite(sum)) {
                    throw new InputException(name + ": the loss is no number any more in epoch " + (epoch + 1)
                            + " with learningRate " + config.learningRate()
                            + ". Give a smaller learningRate, or a larger temperature than " + config.temperature()
                            + "." + states.adviceAfterFailure(member, epoch + 1));
                }
            }
            return steps == 0 ? 0 : sum / steps;
        }

        private double step(int[] batch) {
            Seed ofStep = seed.derive("step " + training.steps());
            users.forward(batch, softmax.users(), ofStep.derive("users"), context.workers());
            items.forward(batch, softmax.items(), ofStep.derive("items"), context.workers());
            int[] item = new int[batch.length];
            float[] logOfShare = new float[batch.length];
            for (int at = 0; at < batch.length; at++) {
                item[at] = plays.item()[batch[at]];
                logOfShare[at] = liked.logOfShare(item[at]);
            }
            double loss = softmax.loss(batch.length, item, logOfShare, context.workers());
            users.backward(batch, softmax.users(), softmax.userGradient(), context.workers());
            items.backward(batch.length, softmax.items(), softmax.itemGradient(), context.workers());
            training.step(context.workers());
            return loss;
        }
    }
}
