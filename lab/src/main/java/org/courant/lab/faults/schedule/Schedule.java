package org.courant.lab.faults.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.courant.lab.faults.proxy.ProxyMode;
import org.courant.lab.faults.world.UpstreamFault;

/**
 * Draws steps: kills at irregular times, other faults between and during them. A process that is being faulted, or
 * restarts, is left alone; different processes fail at one time.
 */
public final class Schedule {
    private static final Duration BEGIN = Duration.ofSeconds(4);

    /** What a process needs to be back in its group. */
    private static final long RESTART_MILLIS = 12_000;

    /** Topics that some service reads; only the first may have records without a key. */
    private static final List<String> POISONED = List.of(
            "source-items",
            "stories",
            "source-status",
            "sources",
            "source-cursors",
            "source-seen",
            "digest-entries",
            "digest-editions");

    private final Options options;
    private final Random random;
    private final Map<String, Long> freeAt = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    private Schedule(Options options, long seed) {
        this.options = options;
        this.random = new Random(seed);
    }

    /** Steps in the order of their times. */
    public static List<Step> draw(Options options, long seed) {
        return new Schedule(options, seed).draw();
    }

    private List<Step> draw() {
        long now = BEGIN.toMillis();
        int kills = 0;
        while (kills < options.kills()) {
            int together = random.nextInt(6) == 0 && kills + 1 < options.kills() ? 2 : 1;
            for (int i = 0; i < together; i++) {
                kills += kill(now) ? 1 : 0;
            }
            others(now);
            now += between(options.every().toMillis() / 3, options.every().toMillis() * 5 / 3);
        }
        steps.sort(Comparator.comparing(Step::at));
        return List.copyOf(steps);
    }

    private boolean kill(long now) {
        String target = target();
        long down = between(0, 6_000);
        if (!claim(target, now, down)) {
            return false;
        }
        boolean isService = options.services().contains(target);
        add(
                now,
                new Fault.Kill(
                        target, Duration.ofMillis(down), isService && random.nextInt(3) == 0, random.nextInt(5) != 0));
        return true;
    }

    private String target() {
        int draw = random.nextInt(100);
        if (draw < 10) {
            return "broker-" + (1 + random.nextInt(options.brokers()));
        }
        if (draw < 16) {
            return "registry";
        }
        return options.services().get(random.nextInt(options.services().size()));
    }

    private void others(long now) {
        if (random.nextInt(100) < 35) {
            pause(later(now));
        }
        if (random.nextInt(100) < 25) {
            network(later(now));
        }
        if (random.nextInt(100) < 15) {
            add(later(now), new Fault.Upstream(random.nextInt(8), pick(UpstreamFault.values()), Duration.ZERO));
        }
        if (options.poison() && random.nextInt(100) < 40) {
            poison(later(now));
        }
        if (random.nextInt(100) < 12) {
            scale(later(now));
        }
        if (!options.disks().isEmpty() && random.nextInt(100) < 15) {
            String target = options.disks().get(random.nextInt(options.disks().size()));
            Duration lasts = Duration.ofMillis(between(8_000, 20_000));
            if (claim(target, now, lasts.toMillis())) {
                add(now, new Fault.FullDisk(target, lasts));
            }
        }
        if (options.clocks() && random.nextInt(100) < 12) {
            clock(now);
        }
    }

    private void pause(long at) {
        String target = target();
        // One pause in six is far longer than any session: the process comes back as a zombie.
        long lasts = random.nextInt(6) == 0 ? between(20_000, 90_000) : between(1_000, 12_000);
        if (target.startsWith("broker") || target.equals("registry")) {
            lasts = Math.min(lasts, 15_000);
        }
        if (claim(target, at, lasts)) {
            add(at, new Fault.Pause(target, Duration.ofMillis(lasts)));
        }
    }

    private void network(long at) {
        int broker = random.nextInt(options.brokers());
        ProxyMode mode = pick(ProxyMode.CUT, ProxyMode.DELAY, ProxyMode.DROP_REQUESTS, ProxyMode.DROP_ANSWERS);
        long lasts = between(500, 12_000);
        if (claim("proxy-" + broker, at, lasts)) {
            add(at, new Fault.Network(broker, mode, Duration.ofMillis(lasts)));
        }
    }

    private void poison(long at) {
        PoisonKind kind = pick(PoisonKind.values());
        // The broker refuses a record without a key where a topic is compacted.
        String topic = POISONED.get(kind == PoisonKind.NULL_KEY ? 0 : random.nextInt(POISONED.size()));
        add(at, new Fault.Poison(topic, kind, Duration.ZERO));
    }

    private void scale(long at) {
        Duration lasts = Duration.ofMillis(between(8_000, 25_000));
        String service =
                options.services().get(random.nextInt(options.services().size()));
        if (random.nextBoolean()) {
            if (claim(service, at, lasts.toMillis())) {
                add(at, new Fault.ScaleDown(service, lasts));
            }
            return;
        }
        String spare = service.substring(0, service.indexOf('-'));
        if (claim(spare, at, lasts.toMillis())) {
            add(at, new Fault.ScaleUp(spare, lasts));
        }
    }

    private void clock(long at) {
        String target = options.services().get(random.nextInt(options.services().size()));
        Duration lasts = Duration.ofMillis(between(10_000, 20_000));
        Duration offset = Duration.ofMinutes(between(1, 600)).multipliedBy(random.nextBoolean() ? 1 : -1);
        if (claim(target, at, lasts.toMillis() + RESTART_MILLIS)) {
            add(at, new Fault.Clock(target, offset, lasts));
        }
    }

    private boolean claim(String target, long at, long lasts) {
        if (freeAt.getOrDefault(target, 0L) > at) {
            return false;
        }
        freeAt.put(target, at + lasts + RESTART_MILLIS);
        return true;
    }

    private void add(long at, Fault fault) {
        steps.add(new Step(Duration.ofMillis(at), fault));
    }

    private long later(long now) {
        return now + between(0, options.every().toMillis());
    }

    private long between(long least, long most) {
        return least + (long) (random.nextDouble() * (most - least));
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
