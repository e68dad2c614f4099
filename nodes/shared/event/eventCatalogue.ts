import type { INodePropertyOptions } from 'n8n-workflow';

import { byName } from '../basic/byName';
import type { EventName, Occurrence } from './deliveryEvent';

/** The value of `events` that stands for every event, also those that no catalogue lists. */
export const ANY_EVENT = '*';

/** One entry of a vendor's event catalogue. */
export interface CatalogueEntry<Payload> {
	/** The value that saved workflows hold: never changed, never reused. */
	value: string;
	name: string;
	description: string;
	/** The delivery event that an occurrence becomes when this is the first entry that fits. */
	event: EventName;
	/** Only where a payload does not simply name the entry by its value. */
	fits?(payload: Payload): boolean;
}

export type Catalogue<Payload> = ReadonlyArray<CatalogueEntry<Payload>>;

/**
 * Finds all entries that a payload fulfils; the first of them names the delivery event.
 *
 * @param named the values of entries that the payload itself names, for those without `fits`
 */
export function classifyBy<Payload>(
	catalogue: Catalogue<Payload>,
	payload: Payload,
	named: readonly string[] = [],
): Occurrence {
	const fitting = catalogue.filter(({ value, fits }) => fits?.(payload) ?? named.includes(value));
	return {
		event: fitting[0]?.event ?? 'unknown',
		choices: fitting.map((entry) => entry.value),
	};
}

/** The trigger's options: any event first, then the catalogue in alphabetical order. */
export function eventOptions<Payload>(catalogue: Catalogue<Payload>): INodePropertyOptions[] {
	const listed = catalogue.map(({ value, name, description }) => ({ value, name, description }));
	return [
		{
			value: ANY_EVENT,
			name: 'Any Event',
			description: 'Every event that is sent, also those that are not in this list',
		},
		...byName(listed),
	];
}
