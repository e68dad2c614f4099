import { parseExactJson } from '../../shared/basic/exactJson';
import { isRecord } from '../../shared/basic/values';
import { MOST_CHARACTERS } from '../../shared/trigger/bodyLimits';

/** A body is wrapped at most this often: a form's field, in what n8n makes of a form with files. */
const MOST_WRAPPINGS = 4;

/**
 * The jobs in a body, whichever way Detrack was set to send them: a job or a list of jobs, as JSON, as
 * the field `json` of a form, or within `data` (docs/vendors.md#detrack-payloads). They come one by one,
 * so that a reader may stop; an empty object is no job, and what is no object cannot be read.
 */
export function* membersIn(body: unknown, wrappings = 0): Generator {
	if (wrappings > MOST_WRAPPINGS) yield undefined;
	else if (Array.isArray(body)) yield* membersInList(body, wrappings);
	else if (typeof body === 'string') yield* membersInText(body, wrappings);
	else if (isRecord(body)) yield* membersInObject(body, wrappings);
	else yield body;
}

function* membersInList(list: unknown[], wrappings: number): Generator {
	// Counts as a member, since a list of many of them would otherwise be none.
	if (list.length === 0) yield {};
	for (const member of list) yield* membersIn(member, wrappings + 1);
}

function* membersInObject(body: Record<string, unknown>, wrappings: number): Generator {
	const inner = isJob(body) ? undefined : (body.json ?? body.data);
	if (inner === undefined) yield body;
	else yield* membersIn(inner, wrappings + 1);
}

/** Whether an object has a job's number: such a key is never that of a wrapping. */
function isJob(body: Record<string, unknown>): boolean {
	return 'id' in body || 'do_number' in body || 'do' in body;
}

/** JSON, or a form that came without the content type of a form. */
function* membersInText(text: string, wrappings: number): Generator {
	const parsed = text.length > MOST_CHARACTERS ? undefined : parsedText(text);
	if (parsed === undefined || typeof parsed === 'string') yield text;
	else yield* membersIn(parsed, wrappings + 1);
}

function parsedText(text: string): unknown {
	return text.startsWith('json=')
		? new URLSearchParams(text).getAll('json')
		: parseExactJson(text)?.value;
}
