------------------------------ MODULE RunTrace ------------------------------
(* Is a run a behaviour of DnsManagement? TraceData, made from the run's event log, gives each process its steps in its own *)
(* order. Steps that wrote to Route 53 have a rank, the order in which Route 53 accepted them over all processes. What the   *)
(* log does not tell (reading a zone, a refused flip, a listing) is put in where the model allows it.                        *)
(*                                                                                                                         *)
(* It needs no search. A step that only reads, and remembers nothing that a later batch is compared with, may as well come   *)
(* as soon as the model allows it: it concerns nobody else, and what comes after it gets more room. What is remembered for a *)
(* batch is read as late as the log allows: before that batch, or, where the log says that something older was read, before  *)
(* the lock under which it was changed (the text of a freed lock comes back, so the lock that was read can still be won).    *)
(* With Window > 0 a zone may be read up to so many batches earlier, too: a bound on the search, not on the system.          *)
EXTENDS DnsManagement, Integers, Sequences, TLC, TraceData

CONSTANT Window

VARIABLES
    pos,      \* per process: the step that comes next
    rank,     \* of the next accepted batch
    picked    \* per enactor: its last logged pick and what was active then; a repetition is not logged

tvars == <<vars, pos, rank, picked>>

HasNext(p) == pos[p] <= Len(Steps[p])
The(p) == Steps[p][pos[p]]
Is(p, kind) == HasNext(p) /\ The(p).kind = kind
IsOneOf(p, kinds) == HasNext(p) /\ The(p).kind \in kinds

(* What the operators did by hand is known by the wall only: so many batches more or less. *)
Slack == Window + 6
Prompt == HasNext("operator") => rank - The("operator").due <= Slack

Accept(p) ==
    /\ Prompt
    /\ The(p).rank = rank
    /\ rank' = rank + 1
    /\ pos' = [pos EXCEPT ![p] = @ + 1]

Take(p) ==
    /\ rank' = rank
    /\ pos' = [pos EXCEPT ![p] = @ + 1]

Unlogged == UNCHANGED <<pos, rank>>

(* The step is about what the enactor has in hand. *)
Fits(x) == enactor[x].endpoint = The(x).endpoint /\ enactor[x].plan = The(x).plan

(* The enactor's next logged step is of this kind, and about what it has in hand. *)
Wants(x, kinds) == IsOneOf(x, kinds) /\ Fits(x)

(* The next batch of all is the enactor's own. *)
Due(x) == HasNext(x) /\ The(x).rank = rank

Newest(plan) == IF plan > latest THEN plan ELSE latest

TraceInit ==
    /\ latest = FirstLatest
    /\ apex \in [Endpoint -> UNION {FirstApex[e] : e \in Endpoint}]
    /\ \A e \in Endpoint : apex[e] \in FirstApex[e]
    /\ rollback = [e \in Endpoint |-> NoPlan]
    /\ IF Fenced
       THEN /\ version \in [Endpoint -> {NoPlan} \union UNION {FirstApex[e] : e \in Endpoint}]
            /\ \A e \in Endpoint : version[e] \in {NoPlan, apex[e]}
       ELSE version = [e \in Endpoint |-> NoPlan]
    /\ trees = [e \in Endpoint |-> FirstTrees[e] \union ({apex[e]} \ {NoPlan})]
    /\ lock = [e \in Endpoint |-> FreeBy(Nobody)]
    /\ enactor = [x \in Enactors |->
                    [Idle EXCEPT !.at = First[x].at, !.plan = First[x].plan, !.endpoint = First[x].endpoint,
                                 !.lost = First[x].lost]]
    /\ guards = FirstGuards
    /\ losses = 0
    /\ pos = [p \in Processes |-> 1]
    /\ rank = 1
    /\ picked = [x \in Enactors |-> <<NoPlan, NoPlan>>]

-----------------------------------------------------------------------------
(* Logged batches. *)

TLock(x) ==
    /\ Wants(x, {"lock"}) /\ Accept(x)
    /\ enactor[x].at = "try-lock"
    /\ lock[The(x).endpoint] = enactor[x].head.lock
    /\ TryLock(x)

TBuild(x) ==
    /\ Wants(x, {"build"}) /\ Accept(x)
    /\ lock[The(x).endpoint] = HeldBy(x)
    /\ Build(x)

TFlip(x) ==
    /\ Wants(x, {"flip"}) /\ Accept(x)
    /\ enactor[x].head.apex = The(x).seen
    /\ Flip(x) \/ FlipAgain(x)
    /\ lock'[The(x).endpoint] = FreeBy(x)

TFree(x) ==
    /\ Wants(x, {"free"}) /\ Accept(x)
    /\ lock[The(x).endpoint] = HeldBy(x)
    /\ FreeLock(x)

TDelete(x) ==
    /\ Wants(x, {"delete"}) /\ Accept(x)
    /\ enactor[x].at = "delete" /\ Oldest(enactor[x].old) = The(x).tree
    /\ DeleteAccepted(x, The(x).endpoint, enactor[x], The(x).tree)
    /\ Delete(x)

Batch(x) == (TLock(x) \/ TBuild(x) \/ TFlip(x) \/ TFree(x) \/ TDelete(x)) /\ UNCHANGED picked

(* An operator installs a plan by hand, without the lock (F8). *)
THand ==
    /\ Is("operator", "hand") /\ The("operator").due - rank <= Slack /\ Take("operator")
    /\ LET e == The("operator").endpoint
           p == The("operator").plan
       IN /\ apex' = [apex EXCEPT ![e] = p]
          /\ rollback' = [rollback EXCEPT ![e] = p]
          /\ trees' = [trees EXCEPT ![e] = @ \union {p}]
    /\ UNCHANGED <<guards, latest, version, lock, enactor, losses, picked>>

-----------------------------------------------------------------------------
(* Logged steps that only read. *)

(* ReadPlan at some time since the last pass, then Check. A process that was frozen or started anew has dropped its pass. *)
Begin(x, plan) ==
    /\ plan > apex[Checked]
    /\ enactor' = [enactor EXCEPT ![x] = [Idle EXCEPT !.at = "read-head", !.plan = plan, !.endpoint = 1]]
    /\ latest' = Newest(plan)
    /\ UNCHANGED <<guards, zones, losses>>

TPick(x) ==
    /\ Is(x, "pick") /\ Take(x)
    /\ apex[Checked] = The(x).seen
    /\ Begin(x, The(x).plan)
    /\ picked' = [picked EXCEPT ![x] = <<The(x).plan, The(x).seen>>]

TLost(x) ==
    LET me == enactor[x]
        e  == me.endpoint
    IN
    /\ Wants(x, {"lost"}) /\ Take(x)
    /\ me.at = "read-head" /\ apex[e] = The(x).seen /\ ~(me.lost = 0 /\ apex[e] = me.plan)
    /\ Remember(x, Lose(x, me))
    /\ Reading /\ UNCHANGED picked

(* Route 53 did not answer: nothing was done, and the endpoint is left for this pass. *)
TSilent(x) ==
    LET me == enactor[x] IN
    /\ Wants(x, {"silent"}) /\ Take(x)
    /\ \/ me.at = "read-head" /\ Remember(x, SkipIncomplete(me))
       \/ /\ me.at \in {"recheck", "build", "flip", "flip-again"}
          /\ Remember(x, [me EXCEPT !.at = "free", !.full = FALSE])
    /\ Reading /\ UNCHANGED picked

TEnd(x) ==
    /\ Is(x, "end") /\ Take(x)
    /\ enactor[x].at = "poll"
    /\ UNCHANGED <<vars, picked>>

TFrozen(x) ==
    /\ Is(x, "frozen") /\ Take(x)
    /\ Remember(x, Idle)
    /\ Reading /\ UNCHANGED picked

TGuard(x) ==
    /\ Is(x, "guard") /\ Take(x)
    /\ guards' = [guards EXCEPT ![x] = The(x).guards]
    /\ UNCHANGED <<latest, zones, enactor, losses, picked>>

Told(x) == TPick(x) \/ TLost(x) \/ TSilent(x) \/ TEnd(x) \/ TFrozen(x) \/ TGuard(x)

-----------------------------------------------------------------------------
(* Steps that are not logged, and come as soon as they can. Each is an action of the model, or several at once; what comes   *)
(* next in the log only says which of them to take.                                                                        *)

(* A pass with the plan of the last one, while the same is active. All it tells of may be its clean-up: an operator or another *)
(* enactor did the rest after the check.                                                                                   *)
URepick(x) ==
    /\ enactor[x].at = "poll" /\ IsOneOf(x, {"lock", "lost", "silent", "delete"})
    /\ picked[x] = <<The(x).plan, apex[Checked]>>
    /\ Begin(x, The(x).plan)

UPassed(x) ==
    /\ enactor[x].at = "read-head" /\ ~Wants(x, {"lock", "lost", "silent"})
    /\ ReadHead(x)
    /\ enactor'[x] = NextEndpoint(enactor[x])

UReread(x) ==
    /\ enactor[x].at = "reread-plan" /\ IsOneOf(x, {"lock", "lost"})
    /\ The(x).plan >= enactor[x].plan
    /\ Remember(x, [enactor[x] EXCEPT !.at = "read-head", !.plan = The(x).plan])
    /\ latest' = Newest(The(x).plan)
    /\ UNCHANGED <<guards, zones, losses>>

(* Trees that an enactor leaves alone, or that another has deleted meanwhile: a night leaves a hundred, and no log tells of one. *)
ULeft(x) ==
    LET me == enactor[x] IN
    /\ \/ /\ me.at \in {"list", "look"} /\ ~Wants(x, {"delete"})
          /\ Remember(x, NextZone(me))
       \/ /\ me.at = "look" /\ Wants(x, {"delete"})
          /\ The(x).tree \in me.old /\ Oldest(me.old) # The(x).tree
          /\ Remember(x, [me EXCEPT !.head = NoHead, !.old = {g \in @ : g >= The(x).tree}])
    /\ Reading

Refused(x) ==
    /\ \/ Build(x) /\ lock[enactor[x].endpoint] # HeldBy(x)
       \/ Flip(x) \/ FlipAgain(x) \/ FreeLock(x)
    /\ UNCHANGED zones

URefused(x) == ~Wants(x, {"build", "flip", "free", "silent"}) /\ Refused(x)

Silently(x) == (URepick(x) \/ UPassed(x) \/ UReread(x) \/ ULeft(x) \/ URefused(x)) /\ Unlogged /\ UNCHANGED picked

-----------------------------------------------------------------------------
(* Steps that are not logged, and come just before the batch for which they remember something. *)

JReadHead(x) ==
    /\ Wants(x, {"lock"}) /\ The(x).read = rank
    /\ ReadHead(x) /\ enactor'[x].at = "try-lock"

JClean(x) ==
    /\ Wants(x, {"delete"}) /\ Due(x)
    /\ \/ List(x)
       \/ /\ enactor[x].at = "look" /\ Oldest(enactor[x].old) = The(x).tree
          /\ Look(x) /\ enactor'[x].at = "delete"

JustInTime(x) ==
    /\ \/ JReadHead(x) \/ JClean(x)
       \/ Due(x) /\ Recheck(x)
       \/ Due(x) /\ Refused(x)
    /\ Unlogged /\ UNCHANGED picked

Earlier(x) ==
    /\ Wants(x, {"lock"}) /\ The(x).read - rank \in 1..Window
    /\ ReadHead(x) /\ enactor'[x].at = "try-lock"
    /\ Unlogged /\ UNCHANGED picked

-----------------------------------------------------------------------------
Eager(x) == Told(x) \/ Silently(x) \/ JustInTime(x)

TraceNext ==
    LET eager == {x \in Enactors : ENABLED Eager(x)} IN
    IF eager # {}
    THEN LET x == CHOOSE x \in eager : TRUE IN
         IF ENABLED Told(x) THEN Told(x) ELSE IF ENABLED Silently(x) THEN Silently(x) ELSE JustInTime(x)
    ELSE THand \/ \E x \in Enactors : Batch(x) \/ Earlier(x)

TraceSpec == TraceInit /\ [][TraceNext]_tvars

-----------------------------------------------------------------------------
(* How far the log is explained; the farthest is told to the outside. *)

RECURSIVE Sum(_)
Sum(ps) == IF ps = {} THEN 0 ELSE LET p == CHOOSE p \in ps : TRUE IN pos[p] - 1 + Sum(ps \ {p})

ASSUME TLCSet(1, -1)

Progress ==
    LET n == Sum(Processes) IN
    IF n > TLCGet(1) THEN TLCSet(1, n) /\ PrintT(<<"explained", n, pos, apex, lock, enactor>>) ELSE TRUE
=============================================================================
