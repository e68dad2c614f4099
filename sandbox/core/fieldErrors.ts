import type { z } from 'zod';

import { Problem } from './problem';

/** Messages by field, nested as the body is. */
export interface FieldErrors {
	[field: string]: string[] | FieldErrors;
}

/** Adds a message under a path such as `['customer', 'name']`. */
export function addError(
	errors: FieldErrors,
	path: ReadonlyArray<string | number>,
	message: string,
): void {
	const [head = 'non_field_errors', ...rest] = path;
	const there = errors[head];
	if (rest.length === 0 || Array.isArray(there)) {
		const messages = Array.isArray(there) ? there : [];
		if (!messages.includes(message)) messages.push(message);
		errors[head] = messages;
		return;
	}
	const inner: FieldErrors = there ?? {};
	errors[head] = inner;
	addError(inner, rest, message);
}

/** Zod's issues in the shape in which this API is likely to tell them. */
export function fromZod(error: z.ZodError): FieldErrors {
	const errors: FieldErrors = {};
	for (const issue of error.issues) {
		const missing = issue.code === 'invalid_type' && issue.received === 'undefined';
		addError(errors, issue.path, missing ? 'This field is required.' : issue.message);
	}
	return errors;
}

/** Everything in one sentence, for the forms that have no fields. */
export function flatten(errors: FieldErrors, prefix = ''): string {
	return Object.entries(errors)
		.map(([field, inner]) =>
			Array.isArray(inner)
				? `${prefix}${field}: ${inner.join(' ')}`
				: flatten(inner, `${prefix}${field}.`),
		)
		.join(' ');
}

/** A request that cannot be carried out for its fields, or for the reason that is told instead. */
export class FieldProblem extends Problem {
	constructor(
		status: number,
		readonly told: string | FieldErrors,
	) {
		super(status, typeof told === 'string' ? told : flatten(told));
	}
}
