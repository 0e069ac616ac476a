/**
 * What users were shown, kept so that it can be evaluated and learned from. In: lists with the chance of their making. Out: lines
 * of JSON. Why chances: Bottou et al., JMLR 2013, Counterfactual Reasoning and Learning Systems.
 */
@NullMarked
package dev.linger.serving.impressions;

import org.jspecify.annotations.NullMarked;
