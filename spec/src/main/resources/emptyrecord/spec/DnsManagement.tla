--------------------------- MODULE DnsManagement ---------------------------
(* The DNS management of the night (F30 to F40): a planner, enactors that do not talk to each other, and one hosted zone   *)
(* an endpoint, whose batches are all or nothing. One action is one call to the planner or to Route 53, in the order of    *)
(* dns-enactor's core; any time may pass between two. So a slow call, a back-off and a paused process are the same thing.  *)
(*                                                                                                                         *)
(* The defects of the night and their remedies are siblings, chosen by Guards, as in the core's Remedies.                  *)
EXTENDS Naturals, FiniteSets

CONSTANTS
    Enactors,      \* three that night; two are enough (F40)
    Nobody,        \* who holds a lock that was never taken
    Endpoints,     \* how many: a pass walks them in order 1..Endpoints; the last one is the one that the check reads
    Age,           \* generations behind the applied plan beyond which a tree is deleted (F37)
    LastPlan,      \* the planner stops there, or the model would have no end
    Losses,        \* acquisitions that are lost without a cause: fault lose-lock, the night's trigger (F1)
    Tries,         \* lost locks that guard max-tries allows
    LocksExpire    \* whether a hold can run out while its holder is still at work (F35)

Endpoint == 1..Endpoints
Checked  == Endpoints
Plans    == 1..LastPlan
NoPlan   == 0

VARIABLES
    guards,        \* per process: the remedies that are on; {} is the night
    latest,        \* the planner's newest plan; the older ones are kept (F30)
    apex,          \* per endpoint: the plan that the customers' name points at (F33)
    rollback,      \* per endpoint: the plan that the second ALIAS points at (F34)
    version,       \* per endpoint: the record that only a fenced flip writes
    trees,         \* per endpoint: the plans whose tree is in the zone
    lock,          \* per endpoint: the TXT record (F35)
    enactor,       \* per enactor: where it stands and what it remembers
    losses

zones == <<apex, rollback, version, trees, lock>>
vars  == <<guards, latest, zones, enactor, losses>>

On(x, guard) == guard \in guards[x]

(* A lock's text. A held one carries the second until which it holds, so the same text never comes back; a freed one reads *)
(* "holder=x until=0" each time, so it does. Outdated stands for a held text that has been overwritten since it was read.   *)
FreeBy(x) == [by |-> x, held |-> FALSE]
HeldBy(x) == [by |-> x, held |-> TRUE]
Outdated  == HeldBy(Nobody)

NoHead == [apex |-> NoPlan, version |-> NoPlan, lock |-> FreeBy(Nobody)]
HeadOf(e) == [apex |-> apex[e], version |-> version[e], lock |-> lock[e]]

Idle == [at |-> "poll", plan |-> NoPlan, endpoint |-> 0, lost |-> 0, full |-> TRUE, head |-> NoHead, old |-> {}]

Init ==
    /\ latest = 1
    /\ apex = [e \in Endpoint |-> NoPlan]
    /\ rollback = [e \in Endpoint |-> NoPlan]
    /\ version = [e \in Endpoint |-> NoPlan]
    /\ trees = [e \in Endpoint |-> {}]
    /\ lock = [e \in Endpoint |-> FreeBy(Nobody)]
    /\ enactor = [x \in Enactors |-> Idle]
    /\ losses = Losses

-----------------------------------------------------------------------------
(* What moves and what does not. *)

Remember(x, what) == enactor' = [enactor EXCEPT ![x] = what]

(* Who has read a held text of this lock has read one that is gone now. *)
Forgotten(e, others) ==
    [y \in Enactors |-> IF others[y].endpoint = e /\ others[y].head.lock.held
                        THEN [others[y] EXCEPT !.head.lock = Outdated] ELSE others[y]]

WriteLock(x, e, text, what) ==
    /\ lock' = [lock EXCEPT ![e] = text]
    /\ enactor' = [Forgotten(e, enactor) EXCEPT ![x] = what]

Reading  == UNCHANGED <<guards, latest, zones, losses>>
Changing == UNCHANGED <<guards, latest, losses>>

NextEndpoint(me) ==
    IF me.endpoint < Endpoints
    THEN [me EXCEPT !.at = "read-head", !.endpoint = @ + 1, !.lost = 0, !.head = NoHead]
    ELSE IF me.full
    THEN [me EXCEPT !.at = "list", !.endpoint = 1, !.lost = 0, !.head = NoHead]
    ELSE Idle

SkipIncomplete(me) == NextEndpoint([me EXCEPT !.full = FALSE])

(* A lock that another holds, unless its time is over. *)
BlockedBy(x, e) == lock[e].held /\ lock[e].by # x

-----------------------------------------------------------------------------
(* The planner (F30). Guard slow-lane only says that plans come seldom; any time may pass here, so nothing is left out. *)

MakePlan ==
    /\ latest < LastPlan
    /\ latest' = latest + 1
    /\ UNCHANGED <<guards, zones, enactor, losses>>

-----------------------------------------------------------------------------
(* Enactor: poll, and the one freshness check, on one endpoint for all (F31). *)

ReadPlan(x) ==
    /\ enactor[x].at = "poll"
    /\ Remember(x, [Idle EXCEPT !.at = "check", !.plan = latest])
    /\ Reading

Check(x) ==
    LET me == enactor[x] IN
    /\ me.at = "check"
    /\ Remember(x, IF me.plan > apex[Checked]
                   THEN [me EXCEPT !.at = "read-head", !.endpoint = 1]
                   ELSE Idle)
    /\ Reading

-----------------------------------------------------------------------------
(* Pass: per endpoint win the lock, build the whole new tree, flip (F33 to F36). Nothing here asks again whether the plan  *)
(* is still fresh, unless a remedy does.                                                                                   *)

Lose(x, me) ==
    IF On(x, "max-tries") /\ me.lost + 1 >= Tries
    THEN SkipIncomplete(me)
    ELSE [me EXCEPT !.at = IF On(x, "reread-plan-on-retry") THEN "reread-plan" ELSE "read-head",
                    !.lost = IF On(x, "max-tries") THEN me.lost + 1 ELSE 1,
                    !.head = NoHead]

ReadHead(x) ==
    LET me == enactor[x]
        e  == me.endpoint
        try == [me EXCEPT !.at = "try-lock", !.head = HeadOf(e)]
    IN
    /\ me.at = "read-head"
    /\ IF me.lost = 0 /\ apex[e] = me.plan
       THEN Remember(x, NextEndpoint(me))
       ELSE \/ /\ BlockedBy(x, e)
               /\ Remember(x, Lose(x, me))
            \/ /\ ~BlockedBy(x, e) \/ LocksExpire
               /\ Remember(x, try)
    /\ Reading

(* A compare-and-swap on the lock's text as read (F35). What is known of the apex is from before the lock was won. *)
TryLock(x) ==
    LET me == enactor[x]
        e  == me.endpoint
        won == [me EXCEPT !.head.lock = FreeBy(Nobody),
                          !.at = IF me.head.apex = me.plan THEN "free"
                                 ELSE IF On(x, "recheck-after-lock") THEN "recheck" ELSE "build"]
    IN
    /\ me.at = "try-lock"
    /\ IF lock[e] = me.head.lock
       THEN /\ WriteLock(x, e, HeldBy(x), won)
            /\ UNCHANGED <<apex, rollback, version, trees>>
       ELSE /\ Remember(x, Lose(x, me))
            /\ UNCHANGED zones
    /\ Changing

(* Fault lose-lock (F1). *)
LoseLock(x) ==
    /\ enactor[x].at = "try-lock"
    /\ losses > 0
    /\ losses' = losses - 1
    /\ Remember(x, Lose(x, enactor[x]))
    /\ UNCHANGED <<guards, latest, zones>>

RereadPlan(x) ==
    LET me == enactor[x] IN
    /\ me.at = "reread-plan"
    /\ Remember(x, [me EXCEPT !.at = "read-head", !.plan = IF latest > @ THEN latest ELSE @])
    /\ Reading

Recheck(x) ==
    LET me == enactor[x]
        e  == me.endpoint
        seen == [HeadOf(e) EXCEPT !.lock = FreeBy(Nobody)]
    IN
    /\ me.at = "recheck"
    /\ Remember(x, IF me.plan > apex[e]
                   THEN [me EXCEPT !.at = "build", !.head = seen]
                   ELSE [me EXCEPT !.at = "free", !.head = seen, !.full = FALSE])
    /\ Reading

Build(x) ==
    LET me == enactor[x]
        e  == me.endpoint
    IN
    /\ me.at = "build"
    /\ IF lock[e] = HeldBy(x)
       THEN /\ trees' = [trees EXCEPT ![e] = @ \union {me.plan}]
            /\ WriteLock(x, e, HeldBy(x), [me EXCEPT !.at = "flip"])
            /\ UNCHANGED <<apex, rollback, version>>
       ELSE /\ Remember(x, [me EXCEPT !.at = "free", !.full = FALSE])
            /\ UNCHANGED zones
    /\ Changing

(* Route 53 refuses an ALIAS to what is not there, when it is written (F39). *)
FlipAccepted(x, e, me, target) ==
    /\ lock[e] = HeldBy(x)
    /\ {me.plan, target} \subseteq trees[e]
    /\ On(x, "fence") => version[e] = me.head.version /\ apex[e] = me.head.apex

FencedOut(x, me) == On(x, "fence") /\ ~(me.plan > me.head.apex /\ me.plan > me.head.version)

RollbackTarget(me) == IF me.head.apex = NoPlan THEN me.plan ELSE me.head.apex

FlipTo(x, target, refused) ==
    LET me == enactor[x]
        e  == me.endpoint
    IN
    IF FlipAccepted(x, e, me, target)
    THEN /\ apex' = [apex EXCEPT ![e] = me.plan]
         /\ rollback' = [rollback EXCEPT ![e] = target]
         /\ version' = [version EXCEPT ![e] = IF On(x, "fence") THEN me.plan ELSE @]
         /\ WriteLock(x, e, FreeBy(x), NextEndpoint(me))
         /\ UNCHANGED trees
    ELSE /\ Remember(x, refused)
         /\ UNCHANGED zones

Flip(x) ==
    LET me == enactor[x]
        freeing == [me EXCEPT !.at = "free", !.full = FALSE]
    IN
    /\ me.at = "flip"
    /\ IF FencedOut(x, me)
       THEN Remember(x, freeing) /\ UNCHANGED zones
       ELSE FlipTo(x, RollbackTarget(me),
                   IF On(x, "rollback-tolerant") /\ RollbackTarget(me) # me.plan
                   THEN [me EXCEPT !.at = "flip-again"] ELSE freeing)
    /\ Changing

(* The remedy of F39: once more, with the rollback at the new plan itself. *)
FlipAgain(x) ==
    LET me == enactor[x] IN
    /\ me.at = "flip-again"
    /\ FlipTo(x, me.plan, [me EXCEPT !.at = "free", !.full = FALSE])
    /\ Changing

FreeLock(x) ==
    LET me == enactor[x]
        e  == me.endpoint
    IN
    /\ me.at = "free"
    /\ IF lock[e] = HeldBy(x)
       THEN /\ WriteLock(x, e, FreeBy(x), NextEndpoint(me))
            /\ UNCHANGED <<apex, rollback, version, trees>>
       ELSE /\ Remember(x, NextEndpoint(me))
            /\ UNCHANGED zones
    /\ Changing

-----------------------------------------------------------------------------
(* Clean-up after a full pass (F37): list, then delete tree by tree, oldest first, blind to what is active. *)

Oldest(set) == CHOOSE g \in set : \A other \in set : g <= other

NextZone(me) ==
    IF me.endpoint < Endpoints
    THEN [me EXCEPT !.at = "list", !.endpoint = @ + 1, !.head = NoHead, !.old = {}]
    ELSE Idle

NextTree(me) ==
    LET rest == me.old \ {Oldest(me.old)} IN
    IF rest = {} THEN NextZone(me) ELSE [me EXCEPT !.at = "look", !.head = NoHead, !.old = rest]

List(x) ==
    LET me == enactor[x]
        old == {g \in trees[me.endpoint] : g + Age < me.plan}
    IN
    /\ me.at = "list"
    /\ Remember(x, IF old = {} THEN NextZone(me) ELSE [me EXCEPT !.at = "look", !.old = old])
    /\ Reading

Look(x) ==
    LET me == enactor[x]
        e  == me.endpoint
    IN
    /\ me.at = "look"
    /\ \/ /\ BlockedBy(x, e)
          /\ Remember(x, NextTree(me))
       \/ /\ ~BlockedBy(x, e) \/ LocksExpire
          /\ Remember(x, IF On(x, "cleanup-skips-active") /\ apex[e] = Oldest(me.old)
                         THEN NextTree(me)
                         ELSE [me EXCEPT !.at = "delete", !.head = HeadOf(e)])
    /\ Reading

(* Deleting the target of an ALIAS is allowed (F39), unless Route 53 itself has the guard min-answers. *)
DeleteAccepted(x, e, me, g) ==
    /\ lock[e] = me.head.lock
    /\ g \in trees[e]
    /\ On(x, "cleanup-skips-active") => apex[e] = me.head.apex
    /\ On(x, "min-answers") => apex[e] # g

Delete(x) ==
    LET me == enactor[x]
        e  == me.endpoint
        g  == Oldest(me.old)
    IN
    /\ me.at = "delete"
    /\ IF DeleteAccepted(x, e, me, g)
       THEN /\ trees' = [trees EXCEPT ![e] = @ \ {g}]
            /\ WriteLock(x, e, FreeBy(x), NextTree(me))
            /\ UNCHANGED <<apex, rollback, version>>
       ELSE /\ Remember(x, NextTree(me))
            /\ UNCHANGED zones
    /\ Changing

-----------------------------------------------------------------------------
Step(x) ==
    \/ ReadPlan(x) \/ Check(x)
    \/ ReadHead(x) \/ TryLock(x) \/ RereadPlan(x) \/ Recheck(x) \/ Build(x) \/ Flip(x) \/ FlipAgain(x) \/ FreeLock(x)
    \/ List(x) \/ Look(x) \/ Delete(x)

Next == MakePlan \/ \E x \in Enactors : Step(x) \/ LoseLock(x)

(* The planner goes on until its last plan, and every enactor goes on for ever. *)
Fairness == WF_vars(MakePlan) /\ \A x \in Enactors : WF_vars(Step(x))

-----------------------------------------------------------------------------
(* The properties. An apex is only ever written when its target is there, so an apex has once had an answer. *)

Empty(e) == apex[e] # NoPlan /\ apex[e] \notin trees[e]

AnswerNeverEmpty == \A e \in Endpoint : ~Empty(e)

ActivePlanNeverDeleted ==
    [][\A e \in Endpoint : apex[e] \in trees[e] /\ apex'[e] = apex[e] => apex[e] \in trees'[e]]_vars

ActivePlanNeverGoesBack == [][\A e \in Endpoint : apex'[e] >= apex[e]]_vars

(* In the end and for good every endpoint is at the newest plan, and its tree is there. *)
Fresh(e) == apex[e] = LastPlan /\ apex[e] \in trees[e]

EventuallyFresh == <>[](\A e \in Endpoint : Fresh(e))

TypeOK ==
    /\ latest \in Plans
    /\ \A e \in Endpoint : /\ apex[e] \in Plans \union {NoPlan}
                           /\ rollback[e] \in Plans \union {NoPlan}
                           /\ trees[e] \subseteq Plans
                           /\ lock[e].by \in Enactors \union {Nobody}
    /\ \A x \in Enactors : /\ enactor[x].plan \in Plans \union {NoPlan}
                           /\ enactor[x].endpoint \in 0..Endpoints
=============================================================================
