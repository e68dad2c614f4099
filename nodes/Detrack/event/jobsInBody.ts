import { isRecord, parseJson } from '../../shared/basic/values';

/** A body is wrapped at most this often: a form's field, in what n8n makes of a form with files. */
const MOST_WRAPPINGS = 4;

/**
 * The jobs in a body, whichever way Detrack was set to send them: a job or a list of jobs, as JSON, as
 * the field `json` of a form, or within `data` (docs/vendors.md#detrack-payloads).
 *
 * @returns `undefined` when anything in it is no job at all
 */
export function jobsIn(body: unknown, wrappings = 0): Array<Record<string, unknown>> | undefined {
	if (wrappings > MOST_WRAPPINGS) return undefined;
	if (Array.isArray(body)) return jobsInList(body, wrappings);
	if (typeof body === 'string') return jobsInText(body, wrappings);
	if (!isRecord(body)) return undefined;
	if (isJob(body)) return [body];
	const inner = body.json ?? body.data;
	if (inner !== undefined) return jobsIn(inner, wrappings + 1);
	return Object.keys(body).length === 0 ? [] : [body];
}

function jobsInList(list: unknown[], wrappings: number) {
	const jobs: Array<Record<string, unknown>> = [];
	for (const member of list) {
		const found = jobsIn(member, wrappings + 1);
		if (found === undefined) return undefined;
		jobs.push(...found);
	}
	return jobs;
}

/** Whether an object has a job's number: such a key is never that of a wrapping. */
function isJob(body: Record<string, unknown>): boolean {
	return 'id' in body || 'do_number' in body || 'do' in body;
}

/** JSON, or a form that came without the content type of a form. */
function jobsInText(text: string, wrappings: number) {
	if (text.startsWith('json=')) {
		return jobsIn(new URLSearchParams(text).getAll('json'), wrappings + 1);
	}
	const parsed = parseJson(text);
	return parsed === undefined || typeof parsed.value === 'string'
		? undefined
		: jobsIn(parsed.value, wrappings + 1);
}
