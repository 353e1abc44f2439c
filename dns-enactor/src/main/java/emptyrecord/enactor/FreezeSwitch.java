package emptyrecord.enactor;

/** The freeze switch of the DNS automation (F15, F41). */
public interface FreezeSwitch {

    boolean frozen();

    void freeze(boolean wanted);
}
