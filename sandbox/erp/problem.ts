import { type Answer, jsonAnswer } from '../core/answer';
import { Problem } from '../core/problem';

/** A refusal in the words of the framework below ERPNext. */
export class ErpProblem extends Problem {
	constructor(
		status: number,
		readonly type: string,
		message: string,
	) {
		super(status, message);
	}
}

/** How the framework writes a refusal: messages are JSON in JSON in JSON. */
export function problemAnswer(problem: Problem): Answer {
	const { status, message } = problem;
	if (!(problem instanceof ErpProblem)) return jsonAnswer(status, { detail: message });
	const { type } = problem;
	const told = JSON.stringify([JSON.stringify({ message, indicator: 'red' })]);
	return jsonAnswer(status, {
		exc_type: type,
		exception: `frappe.exceptions.${type}: ${message}`,
		_server_messages: told,
	});
}

/** The answer to a record or a kind of record that is not there. */
export function notFound(doctype: string, name: string): ErpProblem {
	return new ErpProblem(404, 'DoesNotExistError', `${doctype} ${name} not found`);
}

/** The answer to a value that cannot be used. */
export function invalid(message: string): ErpProblem {
	return new ErpProblem(417, 'ValidationError', message);
}
