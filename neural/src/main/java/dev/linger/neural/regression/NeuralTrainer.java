package dev.linger.neural.regression;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.store.Checkpoints;
import dev.linger.neural.net.EpochStates;
import dev.linger.neural.net.NetworkMean;
import dev.linger.ranker.DeviationQuality;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.TrainingTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trains networks epoch by epoch, all members side by side, and keeps them as they were when their mean was best on the
 * validation rows.
 */
final class NeuralTrainer {
    private final NeuralConfig config;
    private final TrainingContext context;
    private final TrainingSets.Rows rows;
    private final float[] labels;
    private final RowCodes codes;
    private final CodedRows coded;
    private final Checkpoints checkpoints;
    private final List<EpochStates> kept = new ArrayList<>();

    /** Reads the rows twice: a sample for their quantiles and levels, then all. */
    NeuralTrainer(NeuralConfig config, TrainingContext context, TrainingSets sets) {
        this.config = config;
        this.context = context;
        this.rows = sets.single();
        this.checkpoints = context.known().checkpoints(sets.rows().keySet());
        this.labels = config.labels(rows.all().label());
        this.codes = RowCodes.of(rows.all().rows(), rows.fitRows(), config);
        this.coded = CodedRows.of(rows.all().rows(), codes);
    }

    /** The networks that stopped at their best epoch, and others that learned for as many epochs from all rows. */
    Trained train() {
        Trained trained = trained();
        kept.forEach(EpochStates::remove);
        return trained;
    }

    /** Networks that learn from all rows, so many epochs. */
    NeuralRanker trainOnAllRows(int epochs) {
        NeuralRanker trained = onAllRows(epochs, null);
        kept.forEach(EpochStates::remove);
        return trained;
    }

    private Trained trained() {
        if (!rows.hasValidation() && config.patience() > 0) {
            throw new IllegalArgumentException(
                    "patience is " + config.patience() + " but there are no validation rows to look at");
        }
        if (!rows.hasValidation()) {
            return Trained.once(onAllRows(config.epochs(), null));
        }
        NeuralRanker stopped = train(rows.fitRows(), config.epochs(), true, null);
        stopped = stopped.with(quality(stopped));
        return config.refit()
                ? new Trained(
                        stopped,
                        onAllRows(Math.max(1, stopped.bestEpoch()), stopped.trainingTrace())
                                .with(stopped.deviationQuality()))
                : Trained.once(stopped);
    }

    /** How well the members know, before they learn from the validation rows, how far they are off there. */
    private Optional<DeviationQuality> quality(NeuralRanker ranker) {
        TrainingSet validation = rows.validation();
        if (validation == null || config.members() == 1 || !ranker.predictsWatchRatio()) {
            return Optional.empty();
        }
        double[] predictions = new double[validation.size()];
        double[] variances = new double[validation.size()];
        validation.rows().forEachBlockAtOnce((firstRow, block) -> {
            double[] some = new double[block.size()];
            ranker.score(block, some);
            System.arraycopy(some, 0, predictions, firstRow, some.length);
            ranker.variance(block, some);
            System.arraycopy(some, 0, variances, firstRow, some.length);
        });
        return DeviationQuality.of(variances, predictions, validation.label(), validation.group());
    }

    private NeuralRanker onAllRows(int epochs, @Nullable TrainingTrace trace) {
        return train(labels.length, epochs, false, trace);
    }

    /**
     * Trains all members.
     *
     * @param size how many rows are learned from, the first ones
     * @param choosing whether the others choose the epoch
     * @param trace that of an earlier training, which is kept
     */
    private NeuralRanker train(int size, int epochs, boolean choosing, @Nullable TrainingTrace trace) {
        Target target = config.target(Arrays.copyOf(labels, size));
        List<MemberTraining> members = new ArrayList<>();
        RowLoss loss = RowLoss.of(config, target, labels);
        Seed seed = context.seed().derive(config.kind());
        for (int member = 0; member < config.members(); member++) {
            members.add(new MemberTraining(config, network(size), coded, loss, seed.derive("member " + member)));
        }
        List<RowNetwork> means = members.stream().map(member -> network(size)).toList();
        EpochStates states =
                new EpochStates(checkpoints, config, "by " + size + " rows" + (choosing ? ", choosing" : ""));
        kept.add(states);
        TrainingTrace own = new Epochs(members, target, means, size, choosing, states).run(epochs);
        return new NeuralRanker(
                config,
                codes,
                target,
                userCount(size),
                itemCount(size),
                means,
                trace == null ? own : trace,
                Optional.empty());
    }

    private RowNetwork network(int size) {
        return new RowNetwork(codes, userCount(size), itemCount(size), config);
    }

    private int userCount(int size) {
        return config.userWidth() == 0 ? 0 : mostPlusOne(rows.all().rows().user(), size);
    }

    private int itemCount(int size) {
        return config.itemWidth() == 0 ? 0 : mostPlusOne(rows.all().rows().item(), size);
    }

    private static int mostPlusOne(int[] numbers, int size) {
        return Arrays.stream(numbers, 0, size).max().orElse(-1) + 1;
    }

    /** The epochs of all members. */
    private final class Epochs {
        private final List<MemberTraining> members;
        private final Target target;
        private final List<RowNetwork> means;
        private final int size;
        private final boolean choosing;
        private final EpochStates states;
        private @Nullable EpochState last;
        private final List<TrainingTrace.Line> lines = new ArrayList<>();
        private List<NetworkMean> best = List.of();
        private int bestEpoch;
        private double bestMetric = Double.NaN;

        /** @param means where the means of the members go, in the end those of the epoch that is kept */
        Epochs(
                List<MemberTraining> members,
                Target target,
                List<RowNetwork> means,
                int size,
                boolean choosing,
                EpochStates states) {
            this.members = members;
            this.target = target;
            this.means = means;
            this.size = size;
            this.choosing = choosing;
            this.states = states;
        }

        TrainingTrace run(int epochs) {
            try (Workers workers = new Workers(context.threads());
                    Progress.Task task = context.progress()
                            .start("train " + config.kind(), "epochs", (long) epochs * members.size())) {
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
                    double validation = choosing ? validate(workers) : Double.NaN;
                    lines.add(new TrainingTrace.Line(epoch, train, validation));
                    keepIfBest(epoch, validation);
                    keepState();
                    if (choosing && config.patience() > 0) {
                        task.mayEndAt((long) members.size() * Math.min(epochs, bestEpoch + config.patience()));
                    }
                }
                setMeans(best);
                keepLastState();
                return trace();
            }
        }

        private TrainingTrace trace() {
            return new TrainingTrace(config.loss().metric(), false, bestEpoch, bestMetric, lines);
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
            return choosing && config.patience() > 0 && epoch - bestEpoch >= config.patience();
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
            double[] sums = new double[Workers.blockCount(labels.length - size, MemberTraining.PART)];
            workers.forBlocks(
                    labels.length - size,
                    MemberTraining.PART,
                    () -> new MemberOutputs(means, coded, MemberTraining.PART),
                    (outputs, block, from, to) -> {
                        outputs.read(size + from, size + to);
                        for (int row = from; row < to; row++) {
                            sums[block] += config.loss()
                                    .metric(config.prediction(target, outputs.mean(row - from)), labels[size + row]);
                        }
                    });
            double metric = Arrays.stream(sums).sum() / (labels.length - size);
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
                throw new InputException(config.kind() + ": " + what + " any more in epoch " + epoch
                        + ". Give a smaller learningRate than " + config.learningRate() + "."
                        + states.adviceAfterFailure(epoch));
            }
        }
    }
}
