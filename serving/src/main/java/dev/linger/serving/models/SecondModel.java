package dev.linger.serving.models;

/**
 * A second model beside the one that serves.
 *
 * @param model the model
 * @param share of users whom it answers, in [0, 1); 0 for a shadow, which is asked after each answer and answers nobody
 */
public record SecondModel(ServedModel model, double share) {
    public SecondModel {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("share must be in [0, 1) but was " + share);
        }
    }

    public boolean isShadow() {
        return share == 0;
    }
}
