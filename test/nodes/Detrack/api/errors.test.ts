import { DETRACK } from '../../../../nodes/Detrack/api/errors';
import { type About, explainStatus } from '../../../../nodes/shared/api/apiErrors';

/** What an answer of Detrack is told as. */
const told = (status: number, body: unknown, about?: About) =>
	explainStatus(
		{ vendor: DETRACK, baseUrl: 'https://x.example', timeoutSeconds: 60 },
		{ status, body, retryAfter: null },
		about,
	);

const refusal = (...errors: unknown[]) => ({ code: 'validation_failed', message: 'x', errors });
const complaint = (field: string, ...codes: string[]) => refusal({ field, codes });

it.each([401, 403])('a key that is not accepted, with %i, is told where it stands', (status) => {
	expect(told(status, { message: 'Unauthorized' })).toEqual({
		message: 'Detrack does not accept the API key',
		description: `Check the API key in the credential. It stands in Detrack's dashboard under Integrations → API Key (in older ones, Settings → API Key). Detrack says: Unauthorized (HTTP status ${status})`,
	});
});

it('a URL that is not known is one of the credential', () => {
	expect(told(404, undefined).message).toBe(
		"Detrack does not know this address; check n8n's way to the internet",
	);
});

describe('a code', () => {
	it('that something is not found names what', () => {
		expect(told(404, { code: 'not_found' }, { wanted: 'job "7"' }).message).toBe(
			'Detrack has no job "7"',
		);
		expect(told(404, { code: 'not_found' }).message).toBe('Detrack has no job like this');
	});

	it('that something is forbidden is about a finished job, where one is deleted', () => {
		expect(told(403, { code: 'forbidden' }, { subject: 'the deletion of job "7"' })).toEqual({
			message: 'Detrack does not allow the deletion of job "7"',
			description:
				'A finished job can only be deleted when "Enable deletion of completed jobs" is on in Detrack, under Settings → Job → POD. Detrack says: code: forbidden (HTTP status 403)',
		});
		expect(told(403, { code: 'forbidden' }, { subject: 'job "7"' }).message).toBe(
			'Detrack does not accept the API key',
		);
	});

	it('that a job cannot be tried again says when it can', () => {
		expect(told(422, { code: 'invalid_reattempt' })).toEqual({
			message: 'Detrack does not allow another attempt of this job now',
			description:
				'Only a failed or partly completed job can be tried again, and only once per attempt. Check its status. Detrack says: code: invalid_reattempt (HTTP status 422)',
		});
	});
});

it.each([
	[complaint('do_number', 'is already taken'), 'do_number is already taken'],
	[complaint('weight', 'not_a_number', 'cannot be blank'), 'weight not_a_number, cannot be blank'],
	[
		refusal({ do_number: 'A-1', errors: [{ field: 'weight', codes: ['not_a_number'] }] }),
		'weight not_a_number',
	],
	[refusal({ field: 'date', codes: 'is odd' }), 'date is odd'],
	[{ message: 'Bad request' }, 'Bad request'],
])('the complaint in %j is "%s"', (body, words) => {
	expect(told(422, body).message).toBe(`Detrack did not accept this request: ${words}`);
});

it.each([
	[
		complaint('do_number', 'is already taken'),
		'A job with this D.O. number exists on that date: use another number or date, or update the existing job.',
	],
	[
		complaint('pod_time', 'cannot be blank'),
		'A job is closed by hand with the time of the proof of delivery: add the POD Time, such as 13:30. Closing by hand may have to be switched on in Detrack, under Settings → Job.',
	],
	[
		complaint('status', 'uneditable'),
		'This job is finished, and Detrack does not change the status of finished jobs. Switch on "Overwrite Finished Jobs" in Update Many to change it all the same.',
	],
	[
		complaint('job', 'undeletable'),
		'A finished job can only be deleted when "Enable deletion of completed jobs" is on in Detrack, under Settings → Job → POD.',
	],
	[
		complaint('do_number', 'not_found'),
		'Detrack has no such job: check the D.O. number, the date and the type.',
	],
	[
		complaint('assign_to', 'is unknown'),
		'Check the driver: it must be the name of a driver or vehicle, exactly as Detrack shows it.',
	],
	[
		complaint('address', 'cannot be blank'),
		'Detrack needs this field. Which fields it needs besides D.O. number, date and address is set in Detrack, under Settings → Job → Fields.',
	],
	[complaint('weight', 'not_a_number'), 'This field must be a number.'],
	[complaint('date', 'is invalid'), 'Check the date: it must be like 2026-03-03.'],
	[complaint('address', 'is invalid'), 'Check the address.'],
	[{ code: 'invalid_data' }, 'Detrack got no job in this request.'],
	[complaint('zone', 'is invalid'), 'Check the values of this item.'],
])('what is complained of in %j gets the advice "%s"', (body, advice) => {
	expect(told(422, body).description).toBe(`${advice} (HTTP status 422)`);
});
