import { options, text } from '../../../shared/api/fields';
import { addressWithoutValues } from '../../../shared/api/withoutValues';
import { byName } from '../../../shared/basic/byName';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { textOrNull } from '../../../shared/basic/values';
import { ROUTIGO_EVENTS } from '../../event/events';
import { AUTOMATIC, eventTypeOptions } from '../../event/eventTypes';

/** What every webhook has: one event, one address, and a name for people. */

export const eventField = options('Event', 'event', {
	options: byName(
		ROUTIGO_EVENTS.map(({ name, value, description }) => ({ name, value, description })),
	),
	default: 'TOUR_PLANNED',
	description: 'What RoutiGo notifies of',
});

export const urlField = text('URL', 'url', {
	placeholder: 'e.g. https://example.com/routigo',
	description: 'The address that RoutiGo calls by POST',
});

export const nameField = text('Name', 'name', {
	placeholder: 'e.g. Planned tours to the web shop',
	description: 'A name by which people recognise the webhook',
});

/** The types by themselves, without the automatic choice. */
export const typeField = options('What Notifications Describe', 'eventType', {
	options: eventTypeOptions.filter(({ value }) => value !== AUTOMATIC),
	default: 'TOUR',
	description: 'What RoutiGo puts into a notification',
});

/** @throws InvalidInput when RoutiGo could not call it */
export function checkedUrl(given: string): string {
	const url = given.trim();
	if (/^https?:\/\/[^/\s?#]+\S*$/i.test(url)) return url;
	throw new InvalidInput(
		`"URL" must be a web address that begins with https:// or http://, but it is "${String(addressWithoutValues(url))}".`,
	);
}

/** @throws InvalidInput when it is empty, as RoutiGo asks for one */
export function checkedName(given: string): string {
	const name = textOrNull(given);
	if (name !== null) return name;
	throw new InvalidInput('"Name" is empty. Enter a name by which people recognise it.');
}
