------------------------------ MODULE RunTrace ------------------------------
(* Is a run a behaviour of DnsManagement? TraceData, made from the run's event log, gives each process its steps in its own *)
(* order. Steps that wrote to Route 53 have a rank, the order in which Route 53 accepted them over all processes. What the   *)
(* log does not tell (reading a zone, a refused flip, a listing) TLC may put in wherever the model allows it.               *)
(*                                                                                                                         *)
(* A step without a rank, and a step that is not logged, is looked for at most Window ranks before the next logged step of   *)
(* its process: a bound on the search, not on the system.                                                                  *)
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
Near(p) == HasNext(p) /\ The(p).due - rank <= Window

(* A step without a rank is not put off for long: its due is short by no more than the batches that others had under way. *)
Late == 6
Prompt == \A q \in Processes : HasNext(q) /\ The(q).rank = 0 => rank - The(q).due <= Window + Late

Accept(p) ==
    /\ Prompt
    /\ The(p).rank = rank
    /\ rank' = rank + 1
    /\ pos' = [pos EXCEPT ![p] = @ + 1]

Follow(p) ==
    /\ Near(p)
    /\ rank' = rank
    /\ pos' = [pos EXCEPT ![p] = @ + 1]

Unlogged(x) == Near(x) /\ UNCHANGED <<pos, rank>>

(* The step is about what the enactor has in hand. *)
Fits(x) == enactor[x].endpoint = The(x).endpoint /\ enactor[x].plan = The(x).plan

Newest(plan) == IF plan > latest THEN plan ELSE latest

TraceInit ==
    /\ latest = FirstLatest
    /\ apex \in [Endpoint -> UNION {FirstApex[e] : e \in Endpoint}]
    /\ \A e \in Endpoint : apex[e] \in FirstApex[e]
    /\ rollback = [e \in Endpoint |-> NoPlan]
    /\ version \in [Endpoint -> {NoPlan} \union UNION {FirstApex[e] : e \in Endpoint}]
    /\ \A e \in Endpoint : version[e] \in {NoPlan, apex[e]}
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
(* Logged steps. *)

(* ReadPlan at some time since the last pass, then Check. A process that was frozen or started anew has dropped its pass. *)
Begin(x, plan) ==
    /\ plan > apex[Checked]
    /\ enactor' = [enactor EXCEPT ![x] = [Idle EXCEPT !.at = "read-head", !.plan = plan, !.endpoint = 1]]
    /\ latest' = Newest(plan)
    /\ UNCHANGED <<guards, zones, losses>>

TPick(x) ==
    /\ Is(x, "pick") /\ Follow(x)
    /\ apex[Checked] = The(x).seen
    /\ Begin(x, The(x).plan)
    /\ picked' = [picked EXCEPT ![x] = <<The(x).plan, The(x).seen>>]

TLock(x) ==
    /\ Is(x, "lock") /\ Fits(x) /\ Accept(x)
    /\ lock[The(x).endpoint] = enactor[x].head.lock
    /\ TryLock(x)
    /\ UNCHANGED picked

TLost(x) ==
    LET me == enactor[x]
        e  == me.endpoint
    IN
    /\ Is(x, "lost") /\ Fits(x) /\ Follow(x)
    /\ \/ me.at = "read-head" /\ apex[e] = The(x).seen /\ ~(me.lost = 0 /\ apex[e] = me.plan)
       \/ me.at = "try-lock" /\ me.head.apex = The(x).seen
    /\ Remember(x, Lose(x, me))
    /\ Reading /\ UNCHANGED picked

TBuild(x) ==
    /\ Is(x, "build") /\ Fits(x) /\ Accept(x)
    /\ lock[The(x).endpoint] = HeldBy(x)
    /\ Build(x)
    /\ UNCHANGED picked

TFlip(x) ==
    /\ Is(x, "flip") /\ Fits(x) /\ Accept(x)
    /\ enactor[x].head.apex = The(x).seen
    /\ Flip(x) \/ FlipAgain(x)
    /\ lock'[The(x).endpoint] = FreeBy(x)
    /\ UNCHANGED picked

TFree(x) ==
    /\ Is(x, "free") /\ Fits(x) /\ Accept(x)
    /\ lock[The(x).endpoint] = HeldBy(x)
    /\ FreeLock(x)
    /\ UNCHANGED picked

TDelete(x) ==
    /\ Is(x, "delete") /\ Fits(x) /\ Accept(x)
    /\ enactor[x].at = "delete" /\ Oldest(enactor[x].old) = The(x).tree
    /\ DeleteAccepted(x, The(x).endpoint, enactor[x], The(x).tree)
    /\ Delete(x)
    /\ UNCHANGED picked

(* Route 53 did not answer: nothing was done, and the endpoint is left for this pass. *)
TSilent(x) ==
    LET me == enactor[x] IN
    /\ Is(x, "silent") /\ Fits(x) /\ Follow(x)
    /\ \/ me.at = "read-head" /\ Remember(x, SkipIncomplete(me))
       \/ /\ me.at \in {"recheck", "build", "flip", "flip-again"}
          /\ Remember(x, [me EXCEPT !.at = "free", !.full = FALSE])
    /\ Reading /\ UNCHANGED picked

TEnd(x) ==
    /\ Is(x, "end") /\ Follow(x)
    /\ enactor[x].at = "poll"
    /\ UNCHANGED <<vars, picked>>

TFrozen(x) ==
    /\ Is(x, "frozen") /\ Follow(x)
    /\ Remember(x, Idle)
    /\ Reading /\ UNCHANGED picked

TGuard(x) ==
    /\ Is(x, "guard") /\ Follow(x)
    /\ guards' = [guards EXCEPT ![x] = The(x).guards]
    /\ UNCHANGED <<latest, zones, enactor, losses, picked>>

(* An operator installs a plan by hand, without the lock (F8). *)
THand ==
    /\ Is("operator", "hand") /\ Follow("operator")
    /\ LET e == The("operator").endpoint
           p == The("operator").plan
       IN /\ apex' = [apex EXCEPT ![e] = p]
          /\ rollback' = [rollback EXCEPT ![e] = p]
          /\ trees' = [trees EXCEPT ![e] = @ \union {p}]
    /\ UNCHANGED <<guards, latest, version, lock, enactor, losses, picked>>

-----------------------------------------------------------------------------
(* Steps that are not logged. Each is an action of the model; what comes next in the log only says which of them to try. *)

GoesFor(x) == The(x).kind \in {"lock", "lost"} /\ Fits(x)

URepick(x) ==
    /\ Unlogged(x)
    /\ enactor[x].at = "poll" /\ The(x).kind \in {"lock", "lost", "silent"}
    /\ picked[x] = <<The(x).plan, apex[Checked]>>
    /\ Begin(x, The(x).plan)

UReadHead(x) ==
    /\ Unlogged(x)
    /\ ReadHead(x)
    /\ IF GoesFor(x) THEN enactor'[x].at = "try-lock" ELSE enactor'[x] = NextEndpoint(enactor[x])

UReread(x) ==
    /\ Unlogged(x)
    /\ enactor[x].at = "reread-plan" /\ The(x).kind \in {"lock", "lost"}
    /\ The(x).plan >= enactor[x].plan
    /\ Remember(x, [enactor[x] EXCEPT !.at = "read-head", !.plan = The(x).plan])
    /\ latest' = Newest(The(x).plan)
    /\ UNCHANGED <<guards, zones, losses>>

URefused(x) ==
    /\ Unlogged(x)
    /\ \/ Build(x) /\ lock[enactor[x].endpoint] # HeldBy(x)
       \/ Flip(x) \/ FlipAgain(x) \/ FreeLock(x)
    /\ UNCHANGED zones

(* Trees that an enactor leaves alone are passed over in one step: a night leaves a hundred of them, and no log tells of one. *)
PassOver(me, tree) == [me EXCEPT !.head = NoHead, !.old = {g \in @ : g >= tree}]

UClean(x) ==
    LET me == enactor[x]
        wanted == The(x).kind = "delete" /\ Fits(x) /\ The(x).tree \in me.old
    IN
    /\ Unlogged(x)
    /\ \/ List(x)
       \/ /\ me.at = "look" /\ wanted /\ Oldest(me.old) = The(x).tree
          /\ Look(x) /\ enactor'[x].at = "delete"
       \/ /\ me.at = "look" /\ ~(wanted /\ Oldest(me.old) = The(x).tree)
          /\ Remember(x, IF wanted THEN PassOver(me, The(x).tree) ELSE NextZone(me)) /\ Reading

Silently(x) ==
    /\ \/ URepick(x) \/ UReadHead(x) \/ UReread(x) \/ URefused(x) \/ UClean(x)
       \/ Unlogged(x) /\ Recheck(x)
    /\ UNCHANGED picked

Openly(x) ==
    \/ TPick(x) \/ TLock(x) \/ TLost(x) \/ TBuild(x) \/ TFlip(x) \/ TFree(x) \/ TDelete(x)
    \/ TSilent(x) \/ TEnd(x) \/ TFrozen(x) \/ TGuard(x)

TraceNext == THand \/ \E x \in Enactors : Openly(x) \/ Silently(x)

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
