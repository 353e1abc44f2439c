------------------------------ MODULE Shortest ------------------------------
(* Night with F40's steps counted: a plan written, a plan picked after its check, a flip, a tree deleted. All other steps   *)
(* (reading a zone, taking a lock, building a tree) are free, so TLC can say that no shorter way to an empty answer exists. *)
EXTENDS Night

CONSTANT Steps

VARIABLE told

Picked(x) == enactor[x].at = "check" /\ enactor'[x].at = "read-head"

Told ==
    \/ latest' # latest
    \/ apex' # apex
    \/ \E e \in Endpoint : trees[e] \ trees'[e] # {}
    \/ \E x \in Enactors : Picked(x)

ShortestSeen == <<NightSeen, told>>

CountedSpec ==
    /\ Start /\ told = 0
    /\ [][Next /\ told' = told + (IF Told THEN 1 ELSE 0) /\ told' <= Steps]_<<vars, told>>
=============================================================================
