import { htmlAnswer, jsonAnswer, type Answer } from '../core/answer';
import { flatten, type FieldErrors } from '../core/fieldErrors';
import type { RadaroSettings } from './settings';

/** One sentence in whichever form errors take. */
export function detailAnswer(
	form: RadaroSettings['errorForm'],
	status: number,
	detail: string,
): Answer {
	if (form === 'string') return { status, type: 'text/plain; charset=utf-8', body: detail };
	if (form === 'empty') return { status, type: 'text/plain; charset=utf-8', body: '' };
	if (form === 'html') return htmlAnswer(status, 'Server Error');
	return jsonAnswer(status, { detail });
}

/**
 * Refused fields in whichever form errors take.
 *
 * @param errors one per job of a batch, `{}` for a good one; or those of a single job
 */
export function fieldsAnswer(
	form: RadaroSettings['errorForm'],
	errors: FieldErrors | FieldErrors[],
): Answer {
	if (form === 'fields') return jsonAnswer(400, errors);
	const detail = Array.isArray(errors)
		? errors
				.map((each, index) => ({ text: flatten(each), index }))
				.filter(({ text }) => text !== '')
				.map(({ text, index }) => `Job ${index + 1}: ${text}`)
				.join(' ')
		: flatten(errors);
	return detailAnswer(form, 400, detail);
}
