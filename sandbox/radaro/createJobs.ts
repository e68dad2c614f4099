import { jsonAnswer, type Answer } from '../core/answer';
import type { Delivery } from '../core/delivery';
import { detailAnswer, fieldsAnswer } from './errors';
import type { FieldErrors } from '../core/fieldErrors';
import type { Job } from './job';
import { orderInfo } from './orderInfo';
import type { RadaroService } from './service';
import { checkNew, type Checked } from './validate';

type Result = { job: Job } | { errors: FieldErrors };

/** Creates one job (an object) or several (an array). */
export function createJobs(service: RadaroService, body: unknown, key: string): Answer {
	const { bulkFailure, bulkLimit, errorForm } = service.settings.values;
	const bulk = Array.isArray(body);
	const inputs: unknown[] = bulk ? body : [body];
	if (bulk && bulkLimit !== null && inputs.length > bulkLimit) {
		return detailAnswer(errorForm, 413, `At most ${bulkLimit} jobs can be sent at once.`);
	}
	const checked = checkAll(service, inputs);
	const refused = checked.some(isRefused);
	if (refused && (!bulk || bulkFailure === 'all')) {
		const errors = checked.map((each) => each.errors);
		return fieldsAnswer(errorForm, bulk ? errors : (errors[0] ?? {}));
	}
	const results = checked.map((each): Result => {
		if (isRefused(each)) return { errors: each.errors };
		return { job: service.create(each.input, key).job };
	});
	return createdAnswer(service, results, bulk);
}

/** Creates a job that a person entered in the portal. */
export function createByHand(
	service: RadaroService,
	body: unknown,
): { job: Job; sent: Promise<Delivery[]> } | { errors: FieldErrors } {
	const [checked] = checkAll(service, [body]);
	if (!checked || isRefused(checked)) return { errors: checked?.errors ?? {} };
	return service.create(checked.input, null);
}

function isRefused({ errors }: Checked): boolean {
	return Object.keys(errors).length > 0;
}

// One after the other: an external_id may also be taken by an earlier job of the same batch.
function checkAll(service: RadaroService, inputs: unknown[]): Checked[] {
	const inBatch = new Set<string>();
	const taken = (id: string): boolean =>
		inBatch.has(id) || service.jobs.byExternalId(id) !== undefined;
	return inputs.map((input) => {
		const checked = checkNew(input, { settings: service.settings.values, taken });
		const id = checked.input.external_id;
		if (id !== undefined && !isRefused(checked)) inBatch.add(id);
		return checked;
	});
}

function createdAnswer(service: RadaroService, results: Result[], bulk: boolean): Answer {
	const { bulkFailure, createAnswer } = service.settings.values;
	const told = bulkFailure === 'partialOmit' ? results.filter((each) => 'job' in each) : results;
	const shown = told.map((each) => ('job' in each ? orderInfo(each.job) : each));
	switch (createAnswer) {
		case 'empty':
			return { status: 201, type: '', body: '' };
		case 'string':
			return jsonAnswer(201, bulk ? `${shown.length} jobs created.` : 'Job created.');
		case 'array':
			return jsonAnswer(201, shown);
		case 'object':
			return jsonAnswer(201, bulk ? { count: shown.length, results: shown } : shown[0]);
		case 'same':
			return jsonAnswer(201, bulk ? shown : shown[0]);
	}
}
