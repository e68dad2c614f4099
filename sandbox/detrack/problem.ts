import { type Answer, htmlAnswer, jsonAnswer } from '../core/answer';
import { Problem } from '../core/problem';
import type { DetrackService } from './service';
import type { DetrackSettings } from './settings';

/** A refused field, as Detrack tells it. */
export interface FieldError {
	field: string;
	codes: string[];
}

/** A request that cannot be carried out. */
export class DetrackProblem extends Problem {
	constructor(
		status: number,
		readonly code: string,
		message: string,
		readonly errors?: readonly FieldError[],
		readonly headers: Record<string, string> = {},
	) {
		super(status, message);
	}

	override get sentence(): string {
		const fields = (this.errors ?? []).map(({ field, codes }) => `${field} ${codes.join(', ')}`);
		return fields.length > 0 ? `${this.message}: ${fields.join('; ')}.` : `${this.message}.`;
	}
}

// Their bodies are known from Detrack's own clients.
const KNOWN = new Set([
	'validation_failed',
	'not_found',
	'forbidden',
	'invalid_reattempt',
	'invalid_data',
	'deletion_failed',
	'update_failed',
]);

export function notFound(): DetrackProblem {
	return new DetrackProblem(404, 'not_found', 'Record not found');
}

/** Refused fields of one job. */
export function invalid(errors: readonly FieldError[]): DetrackProblem {
	return new DetrackProblem(422, 'validation_failed', 'Validation failed', errors);
}

export function badData(message = 'Invalid data'): DetrackProblem {
	return new DetrackProblem(422, 'invalid_data', message);
}

const WEB_PAGE = 'web_page';

/** What fails within the vendor's own programs, whose web framework answers. */
export function serverPage(): DetrackProblem {
	return new DetrackProblem(500, WEB_PAGE, 'Internal Server Error');
}

const CODES: Readonly<Record<number, string>> = {
	400: 'bad_request',
	403: 'access_denied',
	415: 'bad_request',
	429: 'rate_limit_exceeded',
};

/** What goes wrong outside of the routes. */
export function otherProblem(status: number, message: string): DetrackProblem {
	return new DetrackProblem(status, CODES[status] ?? 'server_error', message);
}

/** A problem in the form in which its kind comes. */
export function problemAnswer({ settings }: DetrackService, problem: Problem): Answer {
	const known = problem instanceof DetrackProblem;
	const told = known ? problem : otherProblem(problem.status, problem.message);
	return { ...bodyOf(settings.values.errorForm, told), headers: told.headers };
}

function bodyOf(
	errorForm: DetrackSettings['errorForm'],
	{ status, code, message, errors }: DetrackProblem,
): Answer {
	if (code === WEB_PAGE) return htmlAnswer(status, `${status} ${message}`);
	if (KNOWN.has(code) || errorForm === 'code') {
		return jsonAnswer(status, { code, message, ...(errors && { errors }) });
	}
	switch (errorForm) {
		case 'message':
			return jsonAnswer(status, { message });
		case 'error':
			return jsonAnswer(status, { error: message });
		case 'text':
			return { status, type: 'text/plain; charset=utf-8', body: message };
		case 'empty':
			return { status, type: '', body: '' };
		case 'html':
			return htmlAnswer(status, `${status} Request refused`);
	}
}
