package org.courant.lab.faults.planted.advice;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import net.bytebuddy.asm.Advice;
import org.apache.kafka.common.config.ConfigDef;

/** For the constructor of {@code AbstractConfig}: one setting of a Kafka client is another. */
public final class OtherSettings {
    private OtherSettings() {}

    public static final String KEY = "lab.planted.setting";
    public static final String VALUE = "lab.planted.value";

    /** A value that is another one each time. */
    public static final String RANDOM = "random";

    @Advice.OnMethodEnter
    public static void enter(
            @Advice.Argument(0) ConfigDef definition,
            @Advice.Argument(value = 1, readOnly = false) Map<?, ?> settings) {
        settings = changed(definition, settings);
    }

    public static Map<?, ?> changed(ConfigDef definition, Map<?, ?> settings) {
        String key = System.getProperty(KEY, "");
        // A client without the setting is none of those that are meant: not every producer has a transactional id.
        if (!definition.names().contains(key) || !settings.containsKey(key)) {
            return settings;
        }
        Map<Object, Object> changed = new HashMap<>(settings);
        String value = System.getProperty(VALUE, "");
        if (value.isEmpty()) {
            changed.remove(key);
        } else {
            changed.put(key, value.equals(RANDOM) ? UUID.randomUUID().toString() : value);
        }
        return changed;
    }
}
