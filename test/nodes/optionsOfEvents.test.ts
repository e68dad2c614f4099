import { NodeHelpers } from 'n8n-workflow';

import { propertyOf } from '../support/properties';
import { VENDORS } from '../support/vendors';

// An option that could have no effect is not offered.
it.each([
	['Radaro', ['*'], true],
	['Radaro', ['jobFailed', 'customerRated'], true],
	['Radaro', ['jobFailed', 'statusChanged'], false],
	['Radaro', '={{ $json.events }}', true],
	['ReadyCloud', ['*'], true],
	['ReadyCloud', ['contact', 'order-delivered'], true],
	['ReadyCloud', ['contact', 'contact-address', 'packaging', 'webhook'], false],
])('options of the %s Trigger for %j: %s', (vendor, events, shown) => {
	const trigger = VENDORS.find(({ name }) => name === vendor)?.trigger;
	if (trigger === undefined) throw new Error(`There is no vendor named ${vendor}.`);
	const options = propertyOf(trigger.description.properties, 'options');
	expect(NodeHelpers.displayParameter({ events }, options, null, null)).toBe(shown);
});
