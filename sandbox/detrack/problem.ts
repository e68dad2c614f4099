import { htmlAnswer, jsonAnswer, type Answer } from '../core/answer';
import type { DetrackSettings } from './settings';

/** A refused field, as Detrack tells it. */
export interface FieldError {
	field: string;
	codes: string[];
}

/** A request that can't be carried out. */
export class Problem extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
		readonly errors?: readonly FieldError[],
	) {
		super(message);
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

export function notFound(): Problem {
	return new Problem(404, 'not_found', 'Record not found');
}

/** Refused fields of one job. */
export function invalid(errors: readonly FieldError[]): Problem {
	return new Problem(422, 'validation_failed', 'Validation failed', errors);
}

export function badData(message = 'Invalid data'): Problem {
	return new Problem(422, 'invalid_data', message);
}

/** A problem in the form in which its kind comes. */
export function problemAnswer(
	{ errorForm }: Pick<DetrackSettings, 'errorForm'>,
	{ status, code, message, errors }: Problem,
): Answer {
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

/** All codes of a problem in words, for a person. */
export function inWords({ message, errors = [] }: Problem): string {
	const fields = errors.map(({ field, codes }) => `${field} ${codes.join(', ')}`);
	return fields.length > 0 ? `${message}: ${fields.join('; ')}.` : `${message}.`;
}
