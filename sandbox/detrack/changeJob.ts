import type { Delivery } from '../core/delivery';
import { addCode, BLANK, type Checked, checkFields } from './checkFields';
import { type ItemInput, newItem } from './checkItems';
import { turnJob } from './jobLife';
import type { Item, Job } from './model';
import type { DetrackService } from './service';
import { isFinal, isFinished, isStatus } from './status';
import { instantOf } from './time';

const KEPT = ['do_number', 'date', 'address'] as const;

/** Checks a change of a job; `mayFinish` lets it set the status of a finished one. */
export function checkChange(
	service: DetrackService,
	job: Job,
	body: unknown,
	mayFinish: boolean,
): Checked {
	const checked = checkFields(body);
	const { fields, errors } = checked;
	for (const name of KEPT) if (fields[name] === null) addCode(errors, name, BLANK);
	if (fields.status && isFinished(job) && !mayFinish) {
		addCode(errors, 'status', 'uneditable');
	} else if (isFinal(fields.status) && !(fields.pod_time ?? job.fields.pod_time)) {
		addCode(errors, 'pod_time', BLANK);
	}
	const { do_number, date } = { ...job.fields, ...fields };
	const moved = do_number !== job.fields.do_number || date !== job.fields.date;
	if (moved && errors.length === 0 && service.jobs.isTaken({ do_number, date }, job)) {
		addCode(errors, 'do_number', 'is already taken');
	}
	return checked;
}

/** Carries out a checked change and tells of it. */
export function changeJob(
	service: DetrackService,
	job: Job,
	{ fields, items }: Checked,
): Promise<Delivery[]> {
	const { jobs, settings } = service;
	return turnJob(service, job, undefined, () => {
		const { do_number, type, status, ...others } = fields;
		if (typeof do_number === 'string' && do_number !== job.fields.do_number) {
			jobs.rename(job, do_number);
		}
		Object.assign(job.fields, others);
		if (type !== undefined) job.fields.type = type === 'Collection' ? type : 'Delivery';
		if (isStatus(status)) job.fields.status = status;
		const { pod_time, date } = job.fields;
		if (isFinished(job) && typeof pod_time === 'string' && (fields.pod_time || status)) {
			job.fields.pod_at = instantOf(date, pod_time, settings.values.timeZone);
		}
		if (items) job.items = changedItems(service, job, items);
	});
}

function changedItems(service: DetrackService, job: Job, given: ItemInput[]): Item[] {
	const same = (input: ItemInput): Item | undefined =>
		job.items.find(({ id, sku }) => id === input.id || (sku !== null && sku === input.sku));
	return given.map((input) => {
		const known = same(input);
		return newItem({ ...known, ...input }, known?.id ?? service.jobs.nextId());
	});
}
