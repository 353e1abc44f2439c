package emptyrecord.enactor;

/** The freeze switch of the DNS automation (F15, F41). */
public interface Freezer {

    boolean frozen();

    void freeze(boolean wanted);
}
