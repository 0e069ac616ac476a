package dev.linger.data.kuairec.inspect;

import dev.linger.data.source.DataInspection.Figure;
import java.util.List;

/** Figures of one distribution, each taking the value published of KuaiRec's. */
record Shape(String of, SortedValues values) {
    List<Figure> quartiles(double lower, double median, double upper) {
        return List.of(
                quantile("quartile 1", 0.25, lower),
                quantile("median", 0.5, median),
                quantile("quartile 3", 0.75, upper));
    }

    Figure quantile(String name, double p, double published) {
        return new Figure(of, name, values.quantile(p), published);
    }

    Figure mean(double published) {
        return new Figure(of, "mean", values.mean(), published);
    }

    Figure deviation(double published) {
        return new Figure(of, "sd", values.deviation(), published);
    }

    Figure min(double published) {
        return new Figure(of, "min", values.min(), published);
    }

    Figure max(double published) {
        return new Figure(of, "max", values.max(), published);
    }

    Figure shareAtLeast(double bound, double published) {
        return new Figure(of, "share >= " + bound, values.shareAtLeast(bound), published);
    }
}
