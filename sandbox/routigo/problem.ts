import type { z } from 'zod';
import { htmlAnswer, jsonAnswer, type Answer } from '../core/answer';
import { flatten, fromZod } from '../core/fieldErrors';
import type { RoutigoSettings } from './settings';

const TEXT = 'text/plain;charset=UTF-8';

/** A request that can't be carried out; the API tells it in whichever form errors take. */
export class Problem extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/** What is wrong with the fields of a body. It never repeats a value, which might be a secret. */
export function fieldProblem(status: number, error: z.ZodError): Problem {
	return new Problem(status, flatten(fromZod(error)));
}

/** A problem in whichever form errors take; plain text is the documented one. */
export function problemAnswer(
	{ errorForm }: Pick<RoutigoSettings, 'errorForm'>,
	{ status, message }: Pick<Problem, 'status' | 'message'>,
): Answer {
	switch (errorForm) {
		case 'html':
			return htmlAnswer(status, 'Request refused');
		case 'json':
			return jsonAnswer(status, { status, message });
		case 'empty':
			return { status, type: TEXT, body: '' };
		case 'text':
			return { status, type: TEXT, body: message };
	}
}
