import { jsonAnswer, type Answer } from '../core/answer';

/** A refusal in the words of the framework below ERPNext. */
export class ErpProblem extends Error {
	constructor(
		readonly status: number,
		readonly type: string,
		message: string,
	) {
		super(message);
	}
}

/** How the framework writes a refusal: messages are JSON in JSON in JSON. */
export function problemAnswer({ status, type, message }: ErpProblem): Answer {
	const told = JSON.stringify([JSON.stringify({ message, indicator: 'red' })]);
	return jsonAnswer(status, {
		exc_type: type,
		exception: `frappe.exceptions.${type}: ${message}`,
		_server_messages: told,
	});
}

/** The answer to a record or a kind of record that isn't there. */
export function notFound(doctype: string, name: string): ErpProblem {
	return new ErpProblem(404, 'DoesNotExistError', `${doctype} ${name} not found`);
}

/** The answer to a value that can't be used. */
export function invalid(message: string): ErpProblem {
	return new ErpProblem(417, 'ValidationError', message);
}
