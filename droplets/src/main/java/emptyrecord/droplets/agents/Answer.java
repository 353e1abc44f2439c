package emptyrecord.droplets.agents;

import emptyrecord.droplets.core.Claim;
import emptyrecord.droplets.core.Refusal;
import java.util.Optional;

/**
 * What a droplet answers.
 *
 * @param refusal empty if it has obeyed
 * @param obeyed whom it obeys when it answers; empty before its first check
 * @param running instances that run on it then
 */
public record Answer(Optional<Refusal> refusal, Optional<Claim> obeyed, int running) {}
