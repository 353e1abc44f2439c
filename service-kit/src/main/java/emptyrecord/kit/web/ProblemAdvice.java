package emptyrecord.kit.web;

import emptyrecord.api.common.Problem;
import emptyrecord.kit.points.UnknownPointException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Errors of our own HTTP interfaces as RFC 9457 problem details; foreign protocols bring their own. */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ProblemDetail badInput(IllegalArgumentException e) {
        return problem(HttpStatus.BAD_REQUEST, e);
    }

    @ExceptionHandler
    ProblemDetail conflict(IllegalStateException e) {
        return problem(HttpStatus.CONFLICT, e);
    }

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException e) {
        ProblemDetail problem = problem(HttpStatus.NOT_FOUND, e);
        if (e.isNothingYet()) {
            problem.setProperty(Problem.NOTHING_YET, true);
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unknownPoint(UnknownPointException e) {
        return problem(HttpStatus.NOT_FOUND, e);
    }

    /** Query and form are read when a handler wants a parameter; Tomcat says how they are bad. */
    @ExceptionHandler
    ProblemDetail badParameters(InvalidParameterException e) {
        return problem(HttpStatus.valueOf(e.getErrorCode()), e);
    }

    @ExceptionHandler
    ProblemDetail unexpected(RuntimeException e) {
        log.atError().setCause(e).log("request failed");
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "This is a defect of the service; its log has the stack trace.");
    }

    private static ProblemDetail problem(HttpStatus status, RuntimeException e) {
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(e.getMessage()));
    }
}
