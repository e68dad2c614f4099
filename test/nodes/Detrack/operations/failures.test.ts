import { DetrackApi } from '../../../../credentials/DetrackApi.credentials';
import { DETRACK_RESOURCES } from '../../../../nodes/Detrack/operations';
import { DETRACK_API_KEY } from '../../../../sandbox/detrack/defaults';
import { byNumber, DetrackBench, minimalJob } from '../../../support/detrack';
import { everythingIn } from '../../../support/everythingIn';
import { errorOf } from '../../../support/runOperation';
import { useBench } from '../../../support/standInBench';

const detrack = useBench(new DetrackBench());

const create = (options = {}, credential = {}) =>
	detrack.run('create', { ...minimalJob('A-1'), options }, { credential });

describe('each failure gets a sentence', () => {
	it('a URL that Detrack does not know', async () => {
		await detrack.fault({ kind: 'status', status: 301 });
		expect((await errorOf(create())).message).toBe(
			'Detrack does not know this address; check Base URL in the credential: it must end in /api/v2',
		);
	});

	it('an answer without a job', async () => {
		await detrack.fault({ kind: 'malformed' });
		const error = await errorOf(create());
		expect(error.message).toBe('Detrack answered without the job');
		expect(error.description).toMatch(/^Look it up before you try again\. Detrack says: /);
	});

	it('a time-out, after the seconds that the user allows', async () => {
		await detrack.fault({ kind: 'timeout' });
		expect((await errorOf(create({ timeout: 0.3 }))).message).toBe(
			'Detrack did not answer within 0.3 seconds',
		);
	});

	it('too many requests, after the wait that the user allows', async () => {
		await detrack.fault({ kind: 'status', status: 429 });
		expect((await errorOf(create({ longestWait: 0 }))).message).toBe(
			'Detrack is getting too many requests',
		);
		expect(await detrack.requests('POST')).toHaveLength(1);
	});

	it.each([401, 403])('a key that is wrong, answered with %p', async (keyStatus) => {
		await detrack.settings({ keyStatus });
		const error = await errorOf(create({}, { apiKey: 'wrong-key-wrong-key' }));
		expect(error.message).toBe('Detrack does not accept the API key');
		expect(error.description).toContain('Integrations → API Key');
	});

	it('a D.O. number that is used twice on a day', async () => {
		await create();
		const error = await errorOf(create());
		expect(error.message).toBe('Detrack did not accept job "A-1": do_number is already taken');
		expect(error.description).toMatch(/^A job with this D\.O\. number exists on that date: /);
	});

	it('a field that the account needs', async () => {
		const job = '{"do_number": "A-1", "date": "2099-03-03", "address_1": "8 Newstead Ter"}';
		const error = await errorOf(detrack.run('create', { source: 'json', jobJson: job }));
		expect(error.message).toBe('Detrack did not accept job "A-1": address cannot be blank');
		expect(error.description).toMatch(/^Detrack needs this field\./);
	});

	it('a list that is none', async () => {
		await detrack.fault({ kind: 'malformed' });
		expect((await errorOf(detrack.run('getMany', { returnAll: true }))).message).toBe(
			'Detrack answered with something that is not a list',
		);
	});
});

describe('what is refused before anything is sent', () => {
	it.each([
		[{ date: '' }, '"Date" is missing. Enter the day of the job.'],
		[
			{ date: '03/04/2099' },
			'The date in "Date" cannot be read: "03/04/2099". Write it like 2026-03-03.',
		],
		[
			{ date: '2099-02-30' },
			'The date in "Date" cannot be read: "2099-02-30". Write it like 2026-03-03.',
		],
		[{ address: ' ' }, '"Address" is missing. Enter where to deliver or collect.'],
		[
			{ additionalFields: { items: { item: [{ quantity: 2 }] } } },
			'An item has neither "SKU" nor "Description". Detrack needs one.',
		],
		[
			{ additionalFields: { itemsJson: '[{"sku": "LAMP", "quantity": "two"}]' } },
			'The "Quantity" of item "LAMP" must be a whole number of 0 or more, but it is "two".',
		],
		[
			{ additionalFields: { items: { item: [{ sku: 'LAMP', quantity: '2.5' }] } } },
			'The "Quantity" of item "LAMP" must be a whole number of 0 or more, but it is "2.5".',
		],
		[
			{ additionalFields: { itemsJson: '[{"sku": "LAMP", "quantity": 0.5}]' } },
			'The "Quantity" of item "LAMP" must be a whole number of 0 or more, but it is "0.5".',
		],
		[
			{ additionalFields: { items: { item: [{ sku: 'LAMP', quantity: -2 }] } } },
			'The "Quantity" of item "LAMP" must be a whole number of 0 or more, but it is "-2".',
		],
		[
			{ additionalFields: { weight: -0.5 } },
			'"Weight" must be a number of 0 or more, but it is "-0.5".',
		],
		[
			{ additionalFields: { pallets: '={{ -1 }}' } },
			'"Pallets" must be a number of 0 or more, but it is "-1".',
		],
		[
			{ additionalFields: { addressLat: '103.85', addressLng: '1.29' } },
			'The latitude in "Latitude" must lie between -90 and 90, but it is 103.85. Check that latitude and longitude are not swapped.',
		],
		[
			{ additionalFields: { pickUpLng: '-181' } },
			'The longitude in "Pick-Up Longitude" must lie between -180 and 180, but it is -181. Check that latitude and longitude are not swapped.',
		],
		[
			{ additionalFields: { itemsJson: '{"sku": "LAMP"}' } },
			'"Items (JSON)" must be a list of objects in square brackets, such as [{"sku": "LAMP-04", "quantity": 1}].',
		],
		[
			{ additionalFields: { otherAttributes: '{"items": "[]"}' } },
			'"items" must be a list of objects in square brackets, such as [{"sku": "LAMP-04", "quantity": 1}].',
		],
		[
			{ source: 'json', jobJson: '{"do_number": "A-1", "items": {"sku": "LAMP"}}' },
			'"items" must be a list of objects in square brackets, such as [{"sku": "LAMP-04", "quantity": 1}].',
		],
		[
			{ additionalFields: { otherAttributes: '7' } },
			'"Other Attributes" must be one JSON object in braces, but it is 7. For a list of jobs, put a Split Out node before this one.',
		],
	])('%j', async (change, message) => {
		const error = await errorOf(detrack.run('create', { ...minimalJob('A-1'), ...change }));
		expect(error.message).toBe(message);
		expect(await detrack.requests()).toEqual([]);
	});

	it.each([
		[{ apiKey: ' ' }, 'The Detrack credential has no API key'],
		[{ baseUrl: 'app.detrack.com' }, 'The base URL in the Detrack credential is not a web address'],
	])('a credential with %j', async (credential, message) => {
		const error = await errorOf(create({}, credential));
		expect(error.message).toBe(message);
		expect(error.description).not.toBe('');
	});
});

describe('the API key', () => {
	it.each([
		{ kind: 'keyEcho' },
		{ kind: 'status', status: 404 },
		{ kind: 'status', status: 500 },
		{ kind: 'reset' },
		{ kind: 'html' },
		{ kind: 'malformed', when: 'after' },
	])('never shows after %j', async (fault) => {
		await detrack.fault(fault);
		for (const operation of ['create', 'createMany', 'getMany', 'downloadDocument']) {
			const parameters = operation === 'downloadDocument' ? byNumber('A-1') : minimalJob('A-1');
			const run = await detrack.run(operation, parameters, { continueOnFail: true });
			const shown = JSON.stringify(
				run.items.map((item) => ({ ...item, all: everythingIn(item.error) })),
			);
			expect(shown).not.toContain(DETRACK_API_KEY);
		}
		expect(detrack.logLines().join('\n')).not.toContain(DETRACK_API_KEY);
	});

	it('is tested with the list of jobs', () => {
		const { request } = new DetrackApi().test;
		expect([request.url, request.qs]).toEqual(['/dn/jobs', { limit: 1 }]);
	});
});

it('no operation touches the webhook settings of the account', async () => {
	await detrack.create('A-1', { assignTo: 'Van 07' });
	await detrack.step('A-1', 'fail', { photos: 1 });
	const before = await detrack.control('GET', 'detrack/webhooks');
	const parameters = {
		...minimalJob('B-1'),
		...byNumber('A-1'),
		updateFields: { zone: 'North' },
		returnAll: true,
	};
	for (const resource of DETRACK_RESOURCES) {
		for (const { option } of resource.operations) {
			const name = `${resource.value}.${String(option.value)}`;
			await detrack.run(name, parameters, { continueOnFail: true });
		}
	}
	const asked = (await detrack.requests()).map(({ method, path }) => `${method} ${path}`);
	expect(asked).toContain('POST /detrack/api/v2/dn/jobs/reattempt');
	expect(asked.filter((each) => !/\/(dn\/jobs|vehicles|files)\b/.test(each))).toEqual([]);
	expect(await detrack.control('GET', 'detrack/webhooks')).toEqual(before);
});
