import { type Answer, jsonAnswer } from '../core/answer';
import type { Delivery } from '../core/delivery';
import type { FieldErrors } from '../core/fieldErrors';
import { Problem } from '../core/problem';
import type { Job } from './model';
import { orderInfo } from './orderInfo';
import { FieldsProblem } from './problem';
import type { RadaroService } from './service';
import { type Checked, checkNew } from './validate';

type Result = { job: Job } | { errors: FieldErrors };

/** Creates one job (an object) or several (an array). */
export function createJobs(service: RadaroService, body: unknown, key: string): Answer {
	const { batchFailure, batchLimit } = service.settings.values;
	const batch = Array.isArray(body);
	const inputs: unknown[] = batch ? body : [body];
	if (batch && batchLimit !== null && inputs.length > batchLimit) {
		throw new Problem(413, `At most ${batchLimit} jobs can be sent at once.`);
	}
	const inBatch = new Set<string>();
	const checked = inputs.map((input) => checkOne(service, input, inBatch));
	const refused = checked.some(({ errors }) => isRefused(errors));
	if (refused && (!batch || batchFailure === 'all')) {
		const errors = checked.map((each) => each.errors);
		throw new FieldsProblem(batch ? errors : (errors[0] ?? {}));
	}
	const results = checked.map(({ input, errors }): Result => {
		if (isRefused(errors)) return { errors };
		return { job: service.create(input, key).job };
	});
	return createdAnswer(service, results, batch);
}

/** Creates a job that a person entered in the portal. */
export function createByHand(
	service: RadaroService,
	body: unknown,
): { job: Job; sent: Promise<Delivery[]> } {
	const { input, errors } = checkOne(service, body, new Set());
	if (isRefused(errors)) throw new FieldsProblem(errors);
	return service.create(input, null);
}

function isRefused(errors: FieldErrors): boolean {
	return Object.keys(errors).length > 0;
}

// One after the other: an external_id may also be taken by an earlier job of the same batch.
function checkOne(service: RadaroService, body: unknown, inBatch: Set<string>): Checked {
	const taken = (id: string): boolean =>
		inBatch.has(id) || service.jobs.byExternalId(id) !== undefined;
	const checked = checkNew(body, { settings: service.settings.values, taken });
	const id = checked.input.external_id;
	if (id !== undefined && !isRefused(checked.errors)) inBatch.add(id);
	return checked;
}

function createdAnswer(service: RadaroService, results: Result[], batch: boolean): Answer {
	const { batchFailure, createAnswer } = service.settings.values;
	const told = batchFailure === 'partialOmit' ? results.filter((each) => 'job' in each) : results;
	const shown = told.map((each) => ('job' in each ? orderInfo(each.job) : each));
	switch (createAnswer) {
		case 'empty':
			return { status: 201, type: '', body: '' };
		case 'string':
			return jsonAnswer(201, batch ? `${shown.length} jobs created.` : 'Job created.');
		case 'array':
			return jsonAnswer(201, shown);
		case 'object':
			return jsonAnswer(201, batch ? { count: shown.length, results: shown } : shown[0]);
		case 'same':
			return jsonAnswer(201, batch ? shown : shown[0]);
	}
}
