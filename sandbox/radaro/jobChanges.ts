import { Refusal } from '../core/refusal';
import { COMPLETION_CODES } from './defaults';
import { deleted, itemsChanged, updated } from './events';
import type { Item, Job, RadaroEvent } from './model';
import { type StepContext, type StepOptions, touch } from './step';
import { isUtcInstant, toLocal, withoutOffset } from './time';

const DAY_MS = 86_400_000;

/** The driver's answer to why: codes of the kind that fits the outcome. */
export function acceptCodes(job: Job, options: StepOptions, context: StepContext): RadaroEvent {
	const failed = job.info.status === 'failed';
	const fitting = COMPLETION_CODES.filter(({ type }) => (type === 'failure') === failed);
	const chosen = options.codes ?? fitting.slice(0, failed ? 1 : 2).map(({ code }) => code);
	const codes = chosen.map((code) => {
		const known = COMPLETION_CODES.find((each) => each.code === code);
		if (known) return { code, name: known.name };
		const all = COMPLETION_CODES.map((each) => each.code).join(', ');
		throw new Refusal(409, `There is no completion code ${code}; there are: ${all}.`);
	});
	const comment = failed
		? { error_comment: options.comment ?? 'No answer at the door' }
		: { completion_comment: options.comment ?? 'Behind the planter box' };
	Object.assign(job.info, comment, { completion_codes: codes, updated_at: context.now() });
	return updated(job, 'completion codes accepted', { topic: 'job.completion_codes_accepted' });
}

/** By default a day later. */
export function changeDeliverBefore(
	job: Job,
	options: StepOptions,
	context: StepContext,
): RadaroEvent {
	const before = job.info.deliver_before;
	const now = context.now();
	const dayLater = new Date(Date.parse(before ?? now) + DAY_MS).toISOString();
	const wanted = options.deliver_before ?? dayLater;
	if (!isUtcInstant(wanted)) {
		throw new Refusal(409, `deliver_before must be ISO-8601 in UTC, not "${wanted}".`);
	}
	const deliverBefore = toLocal(wanted, context.settings.timeZone);
	Object.assign(job.info, { deliver_before: deliverBefore, updated_at: now });
	return deliverBeforeChanged(job, before);
}

/** The event whose values have no offset, and whose snapshot has the zone's keys. */
export function deliverBeforeChanged(job: Job, before: string | null): RadaroEvent {
	return updated(job, 'deliver_before changed', {
		topic: 'job.changed',
		newValues: { deliver_before: withoutOffset(job.info.deliver_before) },
		oldValues: { deliver_before: withoutOffset(before) },
		zoned: true,
	});
}

/** Replaces the job's items, by default with two made-up ones of which one stayed behind. */
export function changeItems(job: Job, options: StepOptions, context: StepContext): RadaroEvent {
	const given = options.items ?? [
		{ code: 'CHAIR-OAK-02', description: 'Oak dining chair, pair' },
		{ code: 'LAMP-BRS-11', description: 'Brass floor lamp', picked_up: true, delivered: false },
	];
	job.items = given.map((fields, index): Item => {
		const line = { ...BLANK_ITEM, id: context.nextId(), line_id: index + 1 };
		const reason = fields.delivered === false ? { codes: [] } : null;
		return { ...line, delivered_reason: reason, ...fields };
	});
	job.info.updated_at = context.now();
	return itemsChanged(job, context.settings);
}

/** Takes the job away. */
export function removeJob(job: Job, context: StepContext): RadaroEvent | null {
	touch(job, context);
	context.remove(job);
	return deleted(job, context.settings);
}

const BLANK_ITEM = {
	id: 0,
	line_id: 0,
	code: '',
	description: '',
	weight: { value: 18.5, unit: 'kg' },
	dimensions: { width: 52.0, height: 96.5, length: 61.25, unit: 'cm' },
	price: { value: '349.00', currency: 'AUD' },
	picked_up: null,
	delivered: null,
	picked_up_reason: null,
	delivered_reason: null,
	bulk_quantity_picked_up: null,
	bulk_quantity_delivered: null,
};
