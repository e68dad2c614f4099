import type { IHookFunctions } from 'n8n-workflow';

import { checkSettings } from '../../../../nodes/shared/trigger/checkSettings';
import { mock } from '../../../support/mock';

const SERVICE = {
	name: 'Parcel Post',
	baseUrl: 'https://api.parcelpost.example',
	wantsHttps: true,
};

function check(webhookUrl: string, wanted: string[]) {
	const context = mock<IHookFunctions>({
		getNode: () => ({ name: 'Trigger', type: 'test', typeVersion: 2 }),
	});
	checkSettings(context, webhookUrl, wanted, SERVICE);
}

it('takes a URL that can be called, and an event', () => {
	expect(() => check('https://n8n.example.com/webhook/x', ['done'])).not.toThrow();
});

it('refuses settings without an event', () => {
	expect(() => check('https://n8n.example.com/webhook/x', [])).toThrow(
		expect.objectContaining({
			message: 'No event is chosen in the Parcel Post Trigger',
			description: 'Choose at least one under Events, or "Any Event".',
		}) as Error,
	);
});

it('refuses a URL that cannot be called first', () => {
	expect(() => check('http://n8n.example.com/webhook/x', [])).toThrow(
		"Parcel Post only calls addresses that begin with https://, and n8n's begins with http://",
	);
});
