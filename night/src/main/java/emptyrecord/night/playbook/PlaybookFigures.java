package emptyrecord.night.playbook;

import java.util.Map;
import java.util.TreeMap;

/** A playbook as the flat list of figures that {@code settings.json} and {@code report.json} hold, by their names there. */
public final class PlaybookFigures {

    private PlaybookFigures() {}

    public static Map<String, Number> of(Playbook book) {
        Map<String, Number> figures = new TreeMap<>();
        Playbook.Dns dns = book.dns();
        figures.put("staticHostsAt", dns.staticHostsMinute());
        figures.put("installPlanAt", dns.installPlanMinute());
        figures.put("freezeAt", dns.freezeMinute());
        Playbook.LeaseRepair repair = book.leaseRepair();
        figures.put("repairAt", repair.startMinute());
        figures.put("blockedRate", repair.blockedPerMinute());
        figures.put("rateAfterRepair", repair.repairedPerMinute());
        figures.put("throttleShare", repair.throttleShare());
        figures.put("restartGap", repair.restartGapMinutes());
        figures.put("leasesRepaired", repair.repairedShare());
        Playbook.Relief relief = book.relief();
        figures.put("reliefAt", relief.startMinute());
        figures.put("reliefEvery", relief.lookEveryMinutes());
        figures.put("reliefFloor", relief.floorPerMinute());
        figures.put("reliefCeiling", relief.ceilingPerMinute());
        figures.put("reliefBacklog", relief.backlogItems());
        figures.put("reliefGoal", relief.goalItems());
        figures.put("reliefDoneAt", relief.doneMinute());
        figures.put("failoverOffAt", book.failover().offMinute());
        figures.put("failoverOnAt", book.failover().onMinute());
        Playbook.Relaxation relaxation = book.relaxation();
        figures.put("relaxAt", relaxation.startMinute());
        figures.put("relaxSteps", relaxation.steps());
        figures.put("relaxShare", relaxation.demandShare());
        figures.put("relaxCeiling", relaxation.ceilingPerMinute());
        figures.put("relaxEvery", relaxation.everyMinutes());
        figures.put("relaxMaxDelay", relaxation.maxDelayMinutes());
        return figures;
    }

    /** The playbook of these figures; a missing one is the night's, an unknown one is left out. */
    public static Playbook playbook(Map<String, ? extends Number> figures) {
        Map<String, Number> all = of(Playbook.night());
        all.putAll(figures);
        return new Read(all).playbook();
    }

    private record Read(Map<String, Number> figures) {

        private double of(String name) {
            Number figure = figures.get(name);
            return figure == null ? 0 : figure.doubleValue();
        }

        private Playbook playbook() {
            return new Playbook(
                    new Playbook.Dns(of("staticHostsAt"), of("installPlanAt"), of("freezeAt")),
                    new Playbook.LeaseRepair(
                            of("repairAt"),
                            of("blockedRate"),
                            of("rateAfterRepair"),
                            of("throttleShare"),
                            of("restartGap"),
                            of("leasesRepaired")),
                    new Playbook.Relief(
                            of("reliefAt"),
                            of("reliefEvery"),
                            of("reliefFloor"),
                            of("reliefCeiling"),
                            of("reliefBacklog"),
                            of("reliefGoal"),
                            of("reliefDoneAt")),
                    new Playbook.Failover(of("failoverOffAt"), of("failoverOnAt")),
                    new Playbook.Relaxation(
                            of("relaxAt"),
                            (int) of("relaxSteps"),
                            of("relaxShare"),
                            of("relaxCeiling"),
                            of("relaxEvery"),
                            of("relaxMaxDelay")));
        }
    }
}
