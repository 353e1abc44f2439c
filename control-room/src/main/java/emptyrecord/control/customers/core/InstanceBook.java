package emptyrecord.control.customers.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The instances that the customers remember, oldest first, bounded: beyond the bound the oldest is forgotten. Not
 * thread-safe.
 */
public final class InstanceBook {

    private final int capacity;
    private final Deque<String> instances = new ArrayDeque<>();

    public InstanceBook(int capacity) {
        this.capacity = capacity;
    }

    public void add(String instanceId) {
        instances.addLast(instanceId);
        if (instances.size() > capacity) {
            instances.removeFirst();
        }
    }

    /** Adds instances that existed before the customers came, as the oldest ones, as far as there is room. */
    public void adopt(Collection<String> existing) {
        for (String id : existing) {
            if (instances.size() < capacity) {
                instances.addFirst(id);
            }
        }
    }

    /** Takes one out of the older half; empty when there is none. */
    public Optional<String> takeOlder(RandomGenerator chance) {
        if (instances.isEmpty()) {
            return Optional.empty();
        }
        int index = chance.nextInt((instances.size() + 1) / 2);
        List<String> all = new ArrayList<>(instances);
        String taken = all.get(index);
        instances.remove(taken);
        return Optional.of(taken);
    }

    public void forget(String instanceId) {
        instances.remove(instanceId);
    }

    public int size() {
        return instances.size();
    }
}
