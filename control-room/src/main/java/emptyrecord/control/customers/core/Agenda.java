package emptyrecord.control.customers.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Things to do at a later time, bounded; an entry that does not fit is refused. Not thread-safe. */
public final class Agenda<T> {

    private final int capacity;
    private final PriorityQueue<Entry<T>> entries =
            new PriorityQueue<>(Comparator.comparing(Entry<T>::due).thenComparing(Entry::number));
    private long number;

    public Agenda(int capacity) {
        this.capacity = capacity;
    }

    private record Entry<T>(Instant due, long number, T what) {}

    /** False when the agenda is full. */
    public boolean add(Instant due, T what) {
        if (entries.size() >= capacity) {
            return false;
        }
        entries.add(new Entry<>(due, number++, what));
        return true;
    }

    /** Takes everything that is due, earliest first. */
    public List<T> takeDue(Instant now) {
        List<T> due = new ArrayList<>();
        for (Entry<T> head = entries.peek(); head != null && !head.due().isAfter(now); head = entries.peek()) {
            due.add(head.what());
            entries.remove();
        }
        return due;
    }

    public int size() {
        return entries.size();
    }

    public void clear() {
        entries.clear();
    }
}
