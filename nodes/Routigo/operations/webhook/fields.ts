import { byName } from '../../../shared/basic/byName';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { textOrNull } from '../../../shared/basic/values';
import { ROUTIGO_EVENTS } from '../../event/events';
import { AUTOMATIC, eventTypeOptions } from '../../event/eventTypes';

/** What every webhook has: one event, one address, and a name for people. */

export const eventField = {
	displayName: 'Event',
	name: 'event',
	type: 'options',
	options: byName(
		ROUTIGO_EVENTS.map(({ name, value, description }) => ({ name, value, description })),
	),
	default: 'TOUR_PLANNED',
	description: 'What RoutiGo notifies of',
} as const;

export const urlField = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/routigo',
	description: 'The address that RoutiGo calls by POST',
} as const;

export const nameField = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Planned tours to the web shop',
	description: 'A name by which people recognise the webhook',
} as const;

/** The types by themselves, without the automatic choice. */
export const typeField = {
	displayName: 'What Notifications Describe',
	name: 'eventType',
	type: 'options',
	options: eventTypeOptions.filter(({ value }) => value !== AUTOMATIC),
	default: 'TOUR',
	description: 'What RoutiGo puts into a notification',
} as const;

/** @throws InvalidInput when RoutiGo could not call it */
export function checkedUrl(given: string): string {
	const url = given.trim();
	if (/^https?:\/\/[^/\s?#]+\S*$/i.test(url)) return url;
	throw new InvalidInput(
		`"URL" must be a web address that begins with https:// or http://, but it is "${url}".`,
	);
}

/** @throws InvalidInput when it is empty, as RoutiGo asks for one */
export function checkedName(given: string): string {
	const name = textOrNull(given);
	if (name !== null) return name;
	throw new InvalidInput('"Name" is empty. Enter a name by which people recognise it.');
}
