import type { z } from 'zod';

import { type Answer, htmlAnswer, jsonAnswer } from '../core/answer';
import { type FieldErrors, FieldProblem, fromZod } from '../core/fieldErrors';
import { isRecord } from '../core/json';
import type { Problem } from '../core/problem';
import type { ReadyCloudService } from './service';
import type { ReadyCloudSettings } from './settings';

/** A request that cannot be carried out; the API tells it in whichever form errors take. */
export class ReadyCloudProblem extends FieldProblem {
	constructor(
		status: number,
		told: string | FieldErrors,
		readonly headers: Record<string, string> = {},
	) {
		super(status, told);
	}
}

/** For anything that is not there. */
export function notFound(): ReadyCloudProblem {
	return new ReadyCloudProblem(404, 'Not found.');
}

/** One problem with one field. */
export function badField(field: string, message: string): ReadyCloudProblem {
	return new ReadyCloudProblem(400, { [field]: [message] });
}

const CODES: Readonly<Record<number, string>> = {
	401: 'invalid_token',
	403: 'insufficient_scope',
	404: 'not_found',
	429: 'rate_limited',
};

/** A problem in whichever form errors take. */
export function problemAnswer({ settings }: ReadyCloudService, problem: Problem): Answer {
	const { status, message } = problem;
	const [told, headers] =
		problem instanceof ReadyCloudProblem ? [problem.told, problem.headers] : [message, {}];
	return { ...bodyOf(settings.values.errorForm, status, told, message), headers };
}

function bodyOf(
	form: ReadyCloudSettings['errorForm'],
	status: number,
	told: string | FieldErrors,
	message: string,
): Answer {
	switch (form) {
		case 'html':
			return htmlAnswer(status, status === 404 ? 'Not Found' : 'Request refused');
		case 'message':
			return jsonAnswer(status, { error_message: message });
		case 'oauth':
			return jsonAnswer(status, {
				error: CODES[status] ?? 'invalid_request',
				error_description: message,
			});
		case 'detail':
			return jsonAnswer(status, typeof told === 'string' ? { detail: told } : told);
	}
}

/** Checks a body and gives its fields; what is read-only or unknown is dropped. */
export function fieldsOf<T>(schema: z.ZodType<T, z.ZodTypeDef, unknown>, body: unknown): T {
	const parsed = schema.safeParse(body);
	if (parsed.success) return parsed.data;
	throw new ReadyCloudProblem(400, fromZod(parsed.error));
}

/** A body laid over what is there, record by record; custom fields are replaced as a whole. */
export function merged(current: unknown, changes: unknown, name = ''): unknown {
	if (!isRecord(current) || !isRecord(changes) || name === 'custom_fields') return changes;
	const entries = Object.entries(changes).map(([key, value]): [string, unknown] => [
		key,
		merged(current[key], value, key),
	]);
	return { ...current, ...Object.fromEntries(entries) };
}
