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
	fits(payload: Payload): boolean;
}

export type Catalogue<Payload> = ReadonlyArray<CatalogueEntry<Payload>>;

/** An entry as a vendor writes it: with `fits` only where a payload does not simply name its value. */
type WrittenEntry<Payload> = Omit<CatalogueEntry<Payload>, 'fits'> &
	Partial<Pick<CatalogueEntry<Payload>, 'fits'>>;

/**
 * A catalogue of entries of which most are recognised by their value.
 *
 * @param names whether a payload names a value
 */
export function catalogueBy<Payload>(
	names: (payload: Payload, value: string) => boolean,
	entries: ReadonlyArray<WrittenEntry<Payload>>,
): Catalogue<Payload> {
	return entries.map((entry) => ({
		fits: (payload) => names(payload, entry.value),
		...entry,
	}));
}

/** Finds all entries that a payload fulfils; the first of them, which says most, names the event. */
export function classifyBy<Payload>(catalogue: Catalogue<Payload>, payload: Payload): Occurrence {
	const fitting = catalogue.filter((entry) => entry.fits(payload));
	return {
		event: fitting[0]?.event ?? 'unknown',
		name: fitting[0]?.name ?? null,
		choices: fitting.map((entry) => entry.value),
	};
}

/** What any event means where a service sends all to one URL. */
const ALL_SENT = 'Every event that is sent, also those that are not in this list';

/** What it means where each event is registered at the service by itself. */
export const ALL_LISTED = 'Every event of this list: a webhook is registered for each';

/**
 * The trigger's options: any event first, then the catalogue in alphabetical order.
 *
 * @param anyEvent what any event means
 */
export function eventOptions<Payload>(
	catalogue: Catalogue<Payload>,
	anyEvent = ALL_SENT,
): INodePropertyOptions[] {
	const listed = catalogue.map(({ value, name, description }) => ({ value, name, description }));
	return [
		{
			value: ANY_EVENT,
			name: 'Any Event',
			description: anyEvent,
		},
		...byName(listed),
	];
}
