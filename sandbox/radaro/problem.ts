import { type Answer, htmlAnswer, jsonAnswer } from '../core/answer';
import { type FieldErrors, flatten } from '../core/fieldErrors';
import { Problem } from '../core/problem';
import type { RadaroService } from './service';
import type { RadaroSettings } from './settings';

/** Refused fields: one object for each job of a batch, `{}` for a good one, or that of a single job. */
export class FieldsProblem extends Problem {
	constructor(readonly errors: FieldErrors | FieldErrors[]) {
		super(400, inWords(errors));
	}
}

/** For anything that is not there. */
export function notFound(): Problem {
	return new Problem(404, 'Not found.');
}

/** A problem in whichever form errors take. */
export function problemAnswer({ settings }: RadaroService, problem: Problem): Answer {
	const { errorForm } = settings.values;
	if (errorForm === 'fields' && problem instanceof FieldsProblem) {
		return jsonAnswer(problem.status, problem.errors);
	}
	return detailAnswer(errorForm, problem.status, problem.message);
}

function detailAnswer(form: RadaroSettings['errorForm'], status: number, detail: string): Answer {
	if (form === 'string') return { status, type: 'text/plain; charset=utf-8', body: detail };
	if (form === 'empty') return { status, type: 'text/plain; charset=utf-8', body: '' };
	if (form === 'html') return htmlAnswer(status, 'Server Error');
	return jsonAnswer(status, { detail });
}

function inWords(errors: FieldErrors | FieldErrors[]): string {
	if (!Array.isArray(errors)) return flatten(errors);
	return errors
		.map((each, index) => ({ text: flatten(each), index }))
		.filter(({ text }) => text !== '')
		.map(({ text, index }) => `Job ${index + 1}: ${text}`)
		.join(' ');
}
