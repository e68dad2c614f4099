import type { FastifyRequest } from 'fastify';

import { type Answer, jsonAnswer } from '../core/answer';
import { isRecord } from '../core/json';
import { dataOf } from './auth';
import { changeJob, checkChange } from './changeJob';
import { BLANK } from './checkFields';
import { JOBS_PATH } from './defaults';
import { namedIn } from './find';
import { createJob, removeJob } from './jobLife';
import { jobView } from './jobView';
import type { Job } from './model';
import { checkNew } from './newJob';
import { badData, type FieldError } from './problem';
import type { DetrackApi, DetrackService } from './service';
import { isDeletable } from './status';

const MOST = 100;

type Row = Record<string, unknown>;

/** Batches: each entry succeeds or fails for itself, and 422 tells of both. */
export function addBatchRoutes({ routes, service }: DetrackApi): void {
	const entries = ({ body }: FastifyRequest): unknown[] => entriesIn(body);
	// The vendor's word for batches stands only in this path.
	routes.post(`${JOBS_PATH}/bulk`, (request) => createMany(service, entries(request)));
	routes.put(JOBS_PATH, (request) => updateMany(service, entries(request)));
	routes.delete(JOBS_PATH, (request) => deleteMany(service, entries(request)));
}

function entriesIn(body: unknown): unknown[] {
	const data = dataOf(body);
	if (!Array.isArray(data) || data.length === 0) throw badData();
	checkSize(data.length, MOST);
	return data;
}

/** Refuses batches that are too large. */
export function checkSize(size: number, most: number): void {
	if (size > most) throw badData(`At most ${most} records are allowed`);
}

function createMany(service: DetrackService, entries: unknown[]): Answer {
	const data: unknown[] = [];
	const errors: unknown[] = [];
	// One after the other: a number may also be taken by an earlier entry.
	for (const entry of entries) {
		const checked = checkNew(service, entry);
		if (checked.errors.length === 0) {
			data.push(jobView(createJob(service, checked).job, service.view()));
			continue;
		}
		const sent = isRecord(entry) ? entry : {};
		const echo = { id: service.jobs.nextId(), type: 'Delivery', do_number: '', date: null };
		errors.push({ ...echo, ...sent, errors: checked.errors });
	}
	if (errors.length === 0) return jsonAnswer(200, { data });
	return jsonAnswer(422, { ...refused('validation_failed', 'Validation failed'), data, errors });
}

function updateMany(service: DetrackService, entries: unknown[]): Answer {
	const errors: Row[] = [];
	const rows = entries.map((entry) => {
		const found = updateEntry(service, entry);
		for (const { field, codes } of found) {
			// Nothing names a field of a job that is not there.
			errors.push({ ...echoOf(entry), ...(field !== '' && { field }), codes });
		}
		return { ...echoOf(entry), ok: found.length === 0 };
	});
	if (errors.length === 0) return jsonAnswer(200, { data: rows });
	const { batchUpdateCode, batchUpdateNesting } = service.settings.values;
	const message = batchUpdateCode === 'update_failed' ? 'Update failed' : 'Validation failed';
	const data = batchUpdateNesting === 'nested' ? { data: rows } : rows;
	return jsonAnswer(422, { data, ...refused(batchUpdateCode, message), errors });
}

function updateEntry(service: DetrackService, entry: unknown): FieldError[] {
	const job = found(service, entry);
	if (typeof job === 'string') {
		return [{ field: job === BLANK ? 'do_number' : '', codes: [job] }];
	}
	const { data, overwrite } = isRecord(entry) ? entry : {};
	if (!isRecord(data)) return [{ field: 'data', codes: [BLANK] }];
	const checked = checkChange(service, job, data, overwrite === true);
	if (checked.errors.length === 0) void changeJob(service, job, checked);
	return checked.errors;
}

function deleteMany(service: DetrackService, entries: unknown[]): Answer {
	const errors: Row[] = [];
	const rows = entries.map((entry) => {
		const job = found(service, entry);
		const code =
			typeof job === 'string'
				? job
				: isDeletable(job, service.settings.values)
					? null
					: 'undeletable';
		if (code !== null) errors.push({ ...echoOf(entry), codes: [code] });
		else if (typeof job !== 'string') void removeJob(service, job);
		return { ...echoOf(entry), ok: code === null };
	});
	if (errors.length === 0) return jsonAnswer(200, { data: rows });
	const told = refused('deletion_failed', 'Deletion failed');
	return jsonAnswer(422, { data: rows, ...told, errors });
}

function found(service: DetrackService, entry: unknown): Job | string {
	const named = namedIn(entry);
	if (named.do_number === '') return BLANK;
	return service.jobs.find(named) ?? 'not_found';
}

function echoOf(entry: unknown): Row {
	const { do_number = null, date = null, type = null } = isRecord(entry) ? entry : {};
	return { do_number, date, type };
}

const refused = (code: string, message: string): Row => ({ code, message });
