import { RADARO } from '../../../../nodes/Radaro/api/errors';
import { type About, explainStatus } from '../../../../nodes/shared/api/apiErrors';

/** What an answer of Radaro is told as. */
const told = (status: number, body: unknown, about?: About) =>
	explainStatus(
		{ vendor: RADARO, baseUrl: 'https://x.example', timeoutSeconds: 60 },
		{ status, body, retryAfter: null },
		about,
	);

it.each([401, 403])('a key that is not accepted, with %i, is told where to look', (status) => {
	expect(told(status, { detail: 'Invalid key.' })).toEqual({
		message: 'Radaro does not accept the API key',
		description: `Check the API key in the credential, and its server number unless "Use Another Server" is on. In Radaro's portal, under Settings → General, the key's switch must be on. Radaro says: Invalid key. (HTTP status ${status})`,
	});
});

it('a key that another server does not accept has nothing to do with the server number', () => {
	expect(RADARO.otherServerKeyHint).toBe(
		"Check the API key in the credential. In Radaro's portal, under Settings → General, the key's switch must be on.",
	);
});

it('a URL that is not known follows from the server number', () => {
	expect(told(404, undefined).message).toBe(
		'Radaro does not know this address; check the server number in the credential',
	);
});

it.each<About>([{}, { wanted: 'job with the External ID "7"' }])(
	'a path that may be another one is told with where to enter it: %j',
	(about) => {
		expect(told(404, { detail: 'Not found.' }, about).description).toContain(
			"ask Radaro's support for the path of jobs, and enter it as Job Path in the credential.",
		);
	},
);

it.each<[unknown, string]>([
	[
		{ external_id: ['This External ID is already used.'] },
		'The External ID must be unique: use another one, or update the existing job.',
	],
	[{ external_id: ['Invalid.'] }, 'Check the External ID.'],
	[{ driver: ['Invalid pk "99".'] }, "Check the driver: it must be one in Radaro's portal."],
	[
		{ delivery_zone: ['Required.'] },
		'A pending job needs a delivery zone, or a post code that lies in one.',
	],
	[
		{ post_code: ['Required.'] },
		'A pending job needs a delivery zone, or a post code that lies in one.',
	],
	[{ detail: 'Unknown time zone.' }, 'Check the values of this item.'],
	[
		{ customer: { phone: ['Invalid.'] } },
		"Enter the customer's phone number, such as +61390001122.",
	],
	[
		{ status: ['"done" is not a valid choice.'] },
		'Radaro does not allow this status here. A new job may be pending, assigned or not assigned.',
	],
	[{ customer: { name: ['Required.'] } }, "Check the customer's name."],
	[{ deliver_address: ['Not found.'] }, 'Check the delivery address.'],
	[{ detail: 'No.' }, 'Check the values of this item.'],
])('what is complained of in %j gets the advice "%s"', (body, advice) => {
	expect(told(400, body).description).toBe(`${advice} (HTTP status 400)`);
});
