------------------------------- MODULE Night -------------------------------
(* DnsManagement with the same remedies on in every process from the start; what TLC checks. *)
EXTENDS DnsManagement, TLC

CONSTANT Guards

Start == Init /\ guards = [x \in Enactors |-> Guards]

Spec == Start /\ [][Next]_vars

FairSpec == Spec /\ Fairness

(* Enactors are the same (F31). Sound for the safety properties; the liveness runs go without it. *)
Alike == Permutations(Enactors)

(* What no action and no property reads does not make two states different. *)
NightSeen == <<latest, apex, version, trees, lock, enactor, losses>>
=============================================================================
