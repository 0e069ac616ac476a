package dev.linger.pipeline.simulate;

import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.config.ResolvedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Policies that differ in one number, as a weight: what it trades is a line through them. */
final class OneNumberLines {
    private static final String NONE = "";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9].*");

    private final List<ResolvedConfig<LingerConfig>> policies = new ArrayList<>();

    /** Path of the key in which they differ; none where there is one policy. */
    private String key = NONE;

    private OneNumberLines(ResolvedConfig<LingerConfig> first) {
        policies.add(first);
    }

    /** The names of the policies of each line, at least two, in the order of the policies; a policy is on the first line that takes it. */
    static List<List<String>> of(List<ResolvedConfig<LingerConfig>> policies) {
        List<OneNumberLines> lines = new ArrayList<>();
        for (ResolvedConfig<LingerConfig> policy : policies) {
            if (lines.stream().noneMatch(line -> line.takes(policy))) {
                lines.add(new OneNumberLines(policy));
            }
        }
        return lines.stream()
                .filter(line -> line.policies.size() > 1)
                .map(line -> line.policies.stream().map(ResolvedConfig::name).toList())
                .toList();
    }

    private boolean takes(ResolvedConfig<LingerConfig> policy) {
        String differs = onlyDifference(policies.get(0).values(), policy.values());
        if (differs.equals(NONE) || !(key.equals(NONE) || key.equals(differs))) {
            return false;
        }
        key = differs;
        policies.add(policy);
        return true;
    }

    /** The path of the one value that differs, which is a number; none where more do, or something else. */
    private static String onlyDifference(List<ResolvedValue> some, List<ResolvedValue> others) {
        String differs = NONE;
        for (int at = 0; at < some.size(); at++) {
            ResolvedValue one = some.get(at);
            if (some.size() != others.size()
                    || !one.path().equals(others.get(at).path())) {
                return NONE;
            }
            if (!one.value().equals(others.get(at).value())) {
                if (!differs.equals(NONE) || !NUMBER.matcher(one.value()).matches()) {
                    return NONE;
                }
                differs = one.path();
            }
        }
        return differs;
    }
}
