package dev.linger.neural.regression;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.store.Checkpoints;
import dev.linger.neural.net.EpochStates;
import dev.linger.neural.net.NetworkMean;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.TrainingTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Trains the networks of a ranker epoch by epoch, all members side by side, and keeps them as they were when their mean was best
 * on the validation rows.
 */
final class RowTraining {
    private final String kind;
    private final Record ranker;
    private final NeuralConfig config;
    private final TrainingContext context;
    private final TrainingSets.Rows rows;
    private final RowCodes codes;
    private final CodedRows coded;
    private final Checkpoints checkpoints;
    private final Losses losses;
    private final List<EpochStates> kept = new ArrayList<>();

    /** What there is to learn. */
    interface Losses {
        /** What ratios are made of outputs by, as the first rows tell. */
        Target target(int size);

        RowLoss of(Target target);
    }

    /**
     * Reads the rows twice: a sample for their quantiles and levels, then all.
     *
     * @param config of the ranker, or the part of it that says how networks learn
     */
    <C extends Record & RankerConfig> RowTraining(
            C ranker, NeuralConfig config, TrainingContext context, TrainingSets sets, Losses losses) {
        this.kind = ranker.kind();
        this.ranker = ranker;
        this.config = config;
        this.context = context;
        this.losses = losses;
        this.rows = sets.single();
        this.checkpoints = context.known().checkpoints(sets.rows().keySet());
        this.codes = RowCodes.of(rows.all().rows(), rows.fitRows(), config);
        this.coded = CodedRows.of(rows.all().rows(), codes);
    }

    /**
     * The ranker of networks that stopped at their best epoch, and that of others that learned for as many epochs from all rows.
     *
     * @param first makes it, with what it learns from validation rows
     * @param again makes it again, of other networks
     */
    <R extends Ranker> Trained train(Function<Learned, R> first, BiFunction<R, Learned, R> again) {
        if (!rows.hasValidation() && config.patience() > 0) {
            throw new IllegalArgumentException(
                    "patience is " + config.patience() + " but there are no validation rows to look at");
        }
        Trained trained = trained(first, again);
        kept.forEach(EpochStates::remove);
        return trained;
    }

    private <R extends Ranker> Trained trained(Function<Learned, R> first, BiFunction<R, Learned, R> again) {
        Learned stopped = learn(rows.fitRows(), config.epochs(), null);
        R ranker = first.apply(stopped);
        if (!rows.hasValidation() || !config.refit()) {
            return Trained.once(ranker);
        }
        TrainingTrace trace = stopped.trace();
        return new Trained(ranker, again.apply(ranker, learn(rows.all().size(), trace.bestRound(), trace)));
    }

    /**
     * Networks that learn from all rows, so many epochs.
     *
     * @param earlier the trace of the training that chose them, if it is known
     */
    Learned onAllRows(int epochs, @Nullable TrainingTrace earlier) {
        Learned learned = learn(rows.all().size(), epochs, earlier);
        kept.forEach(EpochStates::remove);
        return learned;
    }

    /**
     * Trains all members.
     *
     * @param size how many rows are learned from, the first ones; the others are validation rows
     * @param earlier the trace of an earlier training, which is kept
     */
    private Learned learn(int size, int epochs, @Nullable TrainingTrace earlier) {
        Target target = losses.target(size);
        RowLoss loss = losses.of(target);
        int users = config.userWidth() == 0 ? 0 : mostPlusOne(rows.all().rows().user(), size);
        int items = config.itemWidth() == 0 ? 0 : mostPlusOne(rows.all().rows().item(), size);
        Seed seed = context.seed().derive(kind);
        List<MemberTraining> members = new ArrayList<>();
        List<RowNetwork> means = new ArrayList<>();
        for (int member = 0; member < config.members(); member++) {
            RowNetwork network = new RowNetwork(codes, users, items, config, loss.heads());
            members.add(new MemberTraining(config, network, coded, loss, seed.derive("member " + member)));
            means.add(new RowNetwork(codes, users, items, config, loss.heads()));
        }
        boolean validates = size < rows.all().size();
        EpochStates states =
                new EpochStates(checkpoints, ranker, "by " + size + " rows" + (validates ? ", choosing" : ""));
        kept.add(states);
        TrainingTrace own = new Epochs(members, loss, means, size, states).run(epochs);
        return new Learned(codes, target, users, items, means, earlier == null ? own : earlier);
    }

    private static int mostPlusOne(int[] numbers, int size) {
        return Arrays.stream(numbers, 0, size).max().orElse(-1) + 1;
    }

    /** The epochs of all members. */
    private final class Epochs {
        private final List<MemberTraining> members;
        private final RowLoss loss;
        private final List<RowNetwork> means;
        private final int size;
        private final int validationSize;
        private final boolean choosing;
        private final EpochStates states;
        private @Nullable EpochState last;
        private final List<TrainingTrace.Line> lines = new ArrayList<>();
        private List<NetworkMean> best = List.of();
        private int bestEpoch;
        private double bestMetric = Double.NaN;

        /** @param means where the means of the members go, in the end those of the epoch that is kept */
        Epochs(List<MemberTraining> members, RowLoss loss, List<RowNetwork> means, int size, EpochStates states) {
            this.members = members;
            this.loss = loss;
            this.means = means;
            this.size = size;
            this.validationSize = rows.all().size() - size;
            this.choosing = validationSize > 0 && config.patience() > 0;
            this.states = states;
        }

        TrainingTrace run(int epochs) {
            try (Workers workers = new Workers(context.threads());
                    Progress.Task task =
                            context.progress().start("train " + kind, "epochs", (long) epochs * members.size())) {
                int epoch = goOn(epochs);
                task.advance((long) epoch * members.size());
                while (epoch < epochs && !isStopped(epoch)) {
                    epoch++;
                    double train = 0;
                    for (MemberTraining member : members) {
                        train += member.epoch(epoch, size, workers) / members.size();
                        task.advance(1);
                    }
                    requireFinite(train, "the loss is no number", epoch);
                    setMeans(members.stream().map(MemberTraining::mean).toList());
                    double validation = validationSize > 0 ? validate(workers) : Double.NaN;
                    lines.add(new TrainingTrace.Line(epoch, train, validation));
                    keepIfBest(epoch, validation);
                    keepState();
                    if (choosing) {
                        task.mayEndAt((long) members.size() * Math.min(epochs, bestEpoch + config.patience()));
                    }
                }
                setMeans(best);
                keepLastState();
                return trace();
            }
        }

        private TrainingTrace trace() {
            return new TrainingTrace(loss.metricName(), false, bestEpoch, bestMetric, lines);
        }

        /** Goes on after the last epoch that was kept, and returns how many there were. */
        private int goOn(int mostEpochs) {
            Optional<EpochState> found = states.latest(mostEpochs, in -> EpochState.read(in, members));
            found.ifPresent(state -> {
                lines.addAll(state.trace().lines());
                bestEpoch = state.trace().bestRound();
                bestMetric = state.trace().bestMetric();
                best = state.best();
                for (int member = 0; member < members.size(); member++) {
                    members.get(member).goOnFrom(state.members().get(member));
                }
            });
            return lines.size();
        }

        private void keepState() {
            if (states.areKept()) {
                EpochState state = new EpochState(
                        trace(), members.stream().map(MemberTraining::state).toList(), best);
                last = state;
                if (states.areDue()) {
                    states.keep(state.epochs(), state::write);
                }
            }
        }

        /** Another training may follow, in which this one would be lost. */
        private void keepLastState() {
            EpochState state = last;
            if (state != null && states.isLastDue()) {
                states.keep(state.epochs(), state::write);
            }
        }

        private boolean isStopped(int epoch) {
            return choosing && epoch - bestEpoch >= config.patience();
        }

        private void keepIfBest(int epoch, double validation) {
            if (bestEpoch == 0 || !choosing || validation < bestMetric) {
                bestEpoch = epoch;
                bestMetric = validation;
                best = members.stream().map(MemberTraining::mean).toList();
            }
        }

        private void setMeans(List<NetworkMean> to) {
            for (int member = 0; member < means.size(); member++) {
                means.get(member).network().setTo(to.get(member));
                means.get(member).forgetUnseen(coded, size);
            }
        }

        private double validate(Workers workers) {
            double[] sums = new double[Workers.blockCount(validationSize, MemberTraining.PART)];
            workers.forBlocks(
                    validationSize,
                    MemberTraining.PART,
                    () -> new MemberOutputs(means, coded, MemberTraining.PART),
                    (outputs, block, from, to) -> {
                        outputs.read(size + from, size + to);
                        for (int row = from; row < to; row++) {
                            int first = (row - from) * loss.heads();
                            sums[block] += loss.metric(size + row, head -> outputs.mean(first + head));
                        }
                    });
            double metric = Arrays.stream(sums).sum() / validationSize;
            requireFinite(metric, "the error of validation rows is no number", lines.size() + 1);
            return metric;
        }

        /** Where a metric is not, the epoch before is kept. */
        private void requireFinite(double metric, String what, int epoch) {
            if (!Double.isFinite(metric)) {
                EpochState before = last;
                if (before != null) {
                    states.keep(before.epochs(), before::write);
                }
                throw new InputException(kind + ": " + what + " any more in epoch " + epoch + ". Give a smaller "
                        + (ranker.equals(config) ? "" : "network.") + "learningRate than " + config.learningRate()
                        + "." + states.adviceAfterFailure(epoch));
            }
        }
    }
}
