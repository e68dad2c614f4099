import type { IDataObject } from 'n8n-workflow';

import { secondsOfDay } from '../../../shared/basic/clockTimes';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { textOrNull } from '../../../shared/basic/values';
import { durationOf } from './clockTime';

interface Visit {
	visitAfter?: string;
	visitBefore?: string;
}

/**
 * The time window of a delivery in RoutiGo's form, without what is empty.
 *
 * @throws InvalidInput when a time cannot be read, or the window ends before it begins
 */
export function visitWindow({ visitAfter, visitBefore }: Visit): IDataObject {
	const from = secondsIn(visitAfter, 'Visit After');
	const to = secondsIn(visitBefore, 'Visit Before');
	if (from !== null && to !== null && from > to) {
		throw new InvalidInput('"Visit After" must not be later than "Visit Before".');
	}
	return {
		...(from === null ? {} : { visitAfter: durationOf(from) }),
		...(to === null ? {} : { visitBefore: durationOf(to) }),
	};
}

const DAY = 86_400;

/** Words such as "noon" are none of the clock times that the field asks for. */
function secondsIn(given: string | undefined, label: string): number | null {
	const text = textOrNull(given);
	if (text === null) return null;
	const seconds = /\d/.test(text) ? secondsOfDay(text) : null;
	if (seconds !== null && seconds < DAY) return seconds;
	throw new InvalidInput(
		`"${label}" must be a time of day from 00:00 to 23:59, such as 09:30, but it is "${text}".`,
	);
}
