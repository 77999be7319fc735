package io.clipforge.speech.decoding;

import io.clipforge.speech.model.GenerationConfig;
import io.clipforge.speech.tokens.SpecialTokens;
import java.util.ArrayList;
import java.util.List;

/** All rules of a decoding, in the order in which the reference applies them. */
record TokenRules(List<TokenRule> rules) implements TokenRule {
    TokenRules {
        rules = List.copyOf(rules);
    }

    static TokenRules of(GenerationConfig config, SpecialTokens special, boolean timestamps) {
        var rules = new ArrayList<TokenRule>();
        rules.add(new SuppressAtBegin(config.suppressedAtBegin()));
        rules.add(new Suppress(config.suppressed()));
        if (timestamps) {
            rules.add(new TimestampRules(special, config.maxInitialTimestamp()));
        }
        return new TokenRules(rules);
    }

    @Override
    public void apply(float[] scores, List<Integer> written) {
        rules.forEach(it -> it.apply(scores, written));
    }
}
