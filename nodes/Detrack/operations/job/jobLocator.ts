import { dayOf, unreadableDate } from '../../../shared/action/dates';
import { isBlank } from '../../../shared/action/jsonField';
import { collection, date, options, resourceLocator } from '../../../shared/api/fields';
import { defineProperties, type Locator } from '../../../shared/api/properties';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { type JobKey, keyFrom, keyOf } from '../../api/jobKey';
import { jobTypeOf } from '../../event/jobType';

export const TYPE_OPTIONS = [
	{ name: 'Collection', value: 'Collection' },
	{ name: 'Delivery', value: 'Delivery' },
] as const;

/** Tells apart the jobs that share a D.O. number (docs/vendors.md#detrack-uniqueness). */
export const whichJob = collection('If the Number Is Not Unique', 'which', {
	description: 'Only needed where one number stands for several jobs: which of them is meant',
	options: [
		date('Date', 'date', { description: 'The date of the job' }),
		options('Type', 'type', {
			options: TYPE_OPTIONS,
			default: 'Delivery',
			description: 'Whether it is a delivery or a collection',
		}),
	],
});

/** Chooses one job. */
export const jobProperties = defineProperties([
	resourceLocator('Job', 'job', {
		searchListMethod: 'searchJobs',
		modes: [
			{
				displayName: 'By Number',
				name: 'doNumber',
				placeholder: 'e.g. ORD-48310',
				hint: 'The number of the delivery order',
			},
		],
	}),
	whichJob,
]);

interface Which {
	date?: unknown;
	type?: string;
}

/**
 * The job that was chosen. What stands under "If the Number Is Not Unique" counts more than what the list knows.
 *
 * @param zone the workflow's time zone, for dates
 * @throws InvalidInput when no job is chosen, or it cannot be asked for
 */
export function chosenJob({ job, which }: { job: Locator; which: Which }, zone: string): JobKey {
	if (job.value === '') {
		throw new InvalidInput('"Job" is empty. Choose a job from the list, or enter its D.O. number.');
	}
	const listed = job.mode === 'list' ? keyFrom(job.value) : { do_number: job.value };
	checkNumber(listed.do_number);
	return { ...listed, ...whichOf(which, zone) };
}

/**
 * Half a character has no code of its own on the way to Detrack, so that another job would be meant.
 *
 * @throws InvalidInput when there is one in the number
 */
export function checkNumber(number: string): void {
	if (number.isWellFormed()) return;
	throw new InvalidInput(
		`The D.O. number "${number}" holds half a character, and would become another number on its way. Check where the text was cut.`,
	);
}

/**
 * Date and type as Detrack wants them, without what was not given. What was added must be filled: with
 * an expression that yields nothing, Detrack would give the latest job instead of the one that is meant.
 *
 * @throws InvalidInput naming what is empty or cannot be read
 */
export function whichOf(which: Which, zone: string): Partial<JobKey> {
	const { date, type } = which;
	if ('date' in which) filled(date, 'Date');
	if ('type' in which) {
		filled(type, 'Type');
		if (jobTypeOf(type) === null) {
			throw new InvalidInput(
				`"Type" under "If the Number Is Not Unique" must be Delivery or Collection, but it is "${type}".`,
			);
		}
	}
	const { do_number: number, ...rest } = keyOf('', dayFrom(date, 'Date', zone), type);
	return rest;
}

function filled(value: unknown, label: string): void {
	if (!isBlank(value)) return;
	throw new InvalidInput(
		`"${label}" under "If the Number Is Not Unique" is empty. Fill it, or remove the field.`,
	);
}

/**
 * A calendar day as Detrack wants it (docs/vendors.md#detrack-times); `null` where none is given.
 *
 * @throws InvalidInput naming the field
 */
export function dayFrom(given: unknown, label: string, zone: string): string | null {
	if (isBlank(given)) return null;
	const day = dayOf(given, zone);
	if (day !== null) return day;
	throw unreadableDate(given, label, '2026-03-03');
}
