import type { z } from 'zod';

import { type Answer, htmlAnswer, jsonAnswer } from '../core/answer';
import { flatten, fromZod } from '../core/fieldErrors';
import { Problem } from '../core/problem';
import type { Settings } from '../core/settings';
import type { RoutigoSettings } from './settings';

const TEXT = 'text/plain;charset=UTF-8';

/** What is wrong with the fields of a body. It never repeats a value, which might be a secret. */
export function fieldProblem(error: z.ZodError): Problem {
	return new Problem(400, flatten(fromZod(error)));
}

/** A problem in whichever form errors take; plain text is the documented one. */
export function problemAnswer(
	{ settings }: { settings: Settings<RoutigoSettings> },
	{ status, message }: Problem,
): Answer {
	switch (settings.values.errorForm) {
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
