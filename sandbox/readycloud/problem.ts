import type { z } from 'zod';
import { htmlAnswer, jsonAnswer, type Answer } from '../core/answer';
import { FieldProblem, fromZod, type FieldErrors } from '../core/fieldErrors';
import { isRecord } from '../core/json';
import type { Problem } from '../core/problem';
import type { ReadyCloudService } from './service';
import type { ReadyCloudSettings } from './settings';

/** A request that can't be carried out; the API tells it in whichever form errors take. */
export class ReadyCloudProblem extends FieldProblem {
	constructor(
		status: number,
		told: string | FieldErrors,
		readonly headers: Record<string, string> = {},
	) {
		super(status, told);
	}
}

/** For anything that isn't there. */
export function notFound(): ReadyCloudProblem {
	return new ReadyCloudProblem(404, 'Not found.');
}

/** One problem with one field. */
export function badField(
	settings: ReadyCloudSettings,
	field: string,
	message: string,
): ReadyCloudProblem {
	return new ReadyCloudProblem(settings.badFieldStatus, { [field]: [message] });
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

const READ_ONLY = ['url', 'created_at', 'updated_at', 'nested_updated_at', 'unique_id'];
export const WEBHOOK_READ_ONLY = [...READ_ONLY, 'token', 'suspended_at'];

/** Checks a body and gives its fields; throws a problem that names each bad one. */
export function fieldsOf<T>(
	settings: ReadyCloudSettings,
	schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	body: unknown,
	readOnly: readonly string[] = READ_ONLY,
): T {
	const parsed = schema.safeParse(body);
	const errors: FieldErrors = parsed.success ? {} : fromZod(parsed.error);
	if (settings.readOnlyFields === 'refused' && isRecord(body)) {
		const sent = readOnly.filter((name) => name in body);
		for (const name of sent) errors[name] = ['This field is read-only.'];
	}
	if (parsed.success && Object.keys(errors).length === 0) return parsed.data;
	throw new ReadyCloudProblem(settings.badFieldStatus, errors);
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
