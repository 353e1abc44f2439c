package emptyrecord.control.web;

import emptyrecord.control.drill.core.RoleRefusedException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The answer to a role that asks for another role's part: a problem (RFC 9457) with the role, and who may. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RoleRefusals {

    @ExceptionHandler
    ProblemDetail refused(RoleRefusedException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, String.valueOf(e.getMessage()));
        problem.setProperty("role", e.role());
        problem.setProperty("allowedRoles", e.allowed());
        return problem;
    }
}
