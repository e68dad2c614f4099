import { ROUTIGO } from '../../../../nodes/Routigo/api/errors';
import { type About, explainStatus } from '../../../../nodes/shared/api/apiErrors';

/** What an answer of RoutiGo is told as. */
const told = (status: number, body: unknown, about?: About) =>
	explainStatus(
		{ vendor: ROUTIGO, baseUrl: 'https://x.example', timeoutSeconds: 60 },
		{ status, body, retryAfter: null },
		about,
	);

it('a key that is not known is told where keys come from', () => {
	expect(told(401, 'No accepted credentials in this request')).toEqual({
		message: 'RoutiGo does not accept the API key',
		description:
			"Check the API key or token in the credential. RoutiGo's support hands out keys; a supplier key is not enough. RoutiGo says: No accepted credentials in this request (HTTP status 401)",
	});
});

it('a key with too few rights is told apart from it', () => {
	expect(told(403, 'Not allowed')).toEqual({
		message: 'RoutiGo does not allow this with the API key',
		description:
			"The key is known, but may not do this. Ask RoutiGo's support for a regular API key, which has the rights of a planner; a supplier key is not enough. RoutiGo says: Not allowed (HTTP status 403)",
	});
});

it('a URL that is not known is one of the credential', () => {
	expect(told(404, undefined).message).toBe(
		"RoutiGo does not know this address; check n8n's way to the internet",
	);
});

it.each([
	[
		'Property routigoEventType has an unsupported value',
		'RoutiGo may not allow this event together with what the notification describes: choose another.',
	],
	['Property routigoEvent has an unsupported value', 'Check the event.'],
	[
		'The url is invalid',
		"Check the address to call: it must begin with https:// or http://. That of a trigger follows from n8n's environment variable N8N_WEBHOOK_URL (WEBHOOK_URL before n8n 2.30).",
	],
	['Unknown service centre', 'Check the codes of the service centres.'],
	['Unknown servicecenter', 'Check the codes of the service centres.'],
	['Unknown supplier', 'Check the code of the supplier.'],
	['No', 'Check the values of this item.'],
])('the complaint "%s" gets the advice "%s"', (complaint, advice) => {
	expect(told(400, complaint)).toEqual({
		message: `RoutiGo did not accept this request: ${complaint}`,
		description: `${advice} (HTTP status 400)`,
	});
});
