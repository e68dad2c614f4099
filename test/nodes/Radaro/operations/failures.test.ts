import { RADARO_DISABLED_KEY, RADARO_KEY } from '../../../../sandbox/radaro/defaults';
import { errorOf, minimalJob, RadaroBench } from '../../../support/radaro';

const radaro = new RadaroBench();
beforeAll(() => radaro.start());
afterAll(() => radaro.stop());
beforeEach(() => radaro.reset());

const create = (options = {}) => radaro.run('create', { ...minimalJob('A-1'), options });
const UNSURE = 'Whether it did what was asked is not known.';

describe('each failure gets a sentence', () => {
	it.each<[string, object, string, RegExp]>([
		[
			'500',
			{ kind: 'status', status: 500 },
			'Radaro is not able to answer right now',
			/^Whether it did what was asked is not known\. Try again later/,
		],
		[
			'429',
			{ kind: 'status', status: 429 },
			'Radaro is getting too many requests',
			/^Try again in a minute\./,
		],
		[
			'429 with Retry-After',
			{ kind: 'status', status: 429, retryAfter: 17 },
			'Radaro is getting too many requests',
			/^Try again in 17 seconds\./,
		],
		[
			'413',
			{ kind: 'status', status: 413 },
			'Radaro says that too much was sent at once',
			/^Send less at once; with Create Many, use a smaller batch size\./,
		],
		[
			'a redirect',
			{ kind: 'status', status: 301 },
			'Radaro does not know this address; check the server number in the credential',
			/^The address was at http/,
		],
		[
			'a reset connection',
			{ kind: 'reset' },
			'The connection to Radaro broke before an answer came',
			/^Whether it did what was asked is not known\./,
		],
		[
			'a web page',
			{ kind: 'html', status: 200 },
			'Radaro answered with a web page instead of data',
			/^A proxy or a log-in page may stand between n8n and http/,
		],
		[
			'an expired key',
			{ kind: 'expiredKey' },
			'Radaro does not accept the API key',
			/^Check the API key and the server number/,
		],
	])('%s', async (_what, fault, message, description) => {
		await radaro.fault(fault);
		const error = await errorOf(create({ longestWait: 0 }));
		expect(error.message).toBe(message);
		expect(error.description).toMatch(description);
	});

	it('a time-out, after the seconds that the user allows', async () => {
		await radaro.fault({ kind: 'timeout' });
		const run = radaro.run('create', { ...minimalJob('A-1'), options: { timeout: 0.3 } });
		expect(await errorOf(run)).toEqual({
			message: 'Radaro did not answer within 0.3 seconds',
			description: `${UNSURE} Try again, or allow more time under Options → Timeout.`,
		});
	});

	it('too many requests, after the wait that the user allows', async () => {
		await radaro.fault({ kind: 'status', status: 429, retryAfter: 1 });
		expect((await errorOf(create({ longestWait: 2 }))).description).toMatch(
			/^Try again in a second\. Options → Longest Wait was used up after 2 seconds\./,
		);
		expect(await radaro.requests('POST')).toHaveLength(3);
	});

	it('too many requests for a moment are none: the request is sent again', async () => {
		await radaro.fault({ kind: 'status', status: 429, times: 2 });
		expect((await create()).items[0]?.json.reference).toBe('A-1');
		expect(await radaro.requests('POST')).toHaveLength(3);
	});

	it('an address where nobody listens', async () => {
		const credential = { baseUrl: 'http://127.0.0.1:9' };
		const error = await errorOf(radaro.run('create', minimalJob('A-1'), { credential }));
		expect(error.message).toBe(
			'Radaro cannot be reached; check the server number in the credential',
		);
		expect(error.description).toMatch(/^There is no way from n8n to http:\/\/127\.0\.0\.1:9\./);
	});

	it('an address that Radaro does not know', async () => {
		const credential = { baseUrl: `${radaro.url}/radaro/elsewhere` };
		const error = await errorOf(radaro.run('create', minimalJob('A-1'), { credential }));
		expect(error.message).toBe(
			'Radaro does not know this address; check the server number in the credential',
		);
	});

	it('a list that is none', async () => {
		await radaro.fault({ kind: 'malformed' });
		const error = await errorOf(radaro.run('getMany', { returnAll: true }));
		expect(error.message).toBe('Radaro answered with something that is not a list');
		expect(error.description).toMatch(/^Radaro says: /);
	});

	it.each([401, 403])('a key that is switched off, answered with %p', async (authStatus) => {
		await radaro.settings({ authStatus });
		const credential = { apiKey: RADARO_DISABLED_KEY };
		const error = await errorOf(radaro.run('create', minimalJob('A-1'), { credential }));
		expect(error.message).toBe('Radaro does not accept the API key');
		expect(error.description).toContain("the key's switch must be on");
	});
});

describe('the words of Radaro, in any shape', () => {
	it.each([
		['fields', /Radaro says: driver: /],
		['detail', /Radaro says: /],
		['string', /Radaro says: /],
		['empty', /Radaro gives no reason\./],
		['html', /Radaro says: /],
	])('%s', async (errorForm, says) => {
		await radaro.settings({ errorForm });
		const parameters = {
			source: 'json',
			jobJson:
				'{"external_id":"A-1","customer":{"name":"T","id":"x"},"deliver_address":{"address":"y"},"driver":99}',
		};
		const error = await errorOf(radaro.run('create', parameters));
		expect(error.description).toMatch(says);
		expect(error.description).not.toContain('<');
	});
});

describe('the API key', () => {
	const forms = [RADARO_KEY, encodeURIComponent(RADARO_KEY)];

	it.each([
		{ kind: 'keyEcho' },
		{ kind: 'status', status: 404 },
		{ kind: 'status', status: 500 },
		{ kind: 'reset' },
		{ kind: 'html' },
		{ kind: 'expiredKey' },
		{ kind: 'malformed', when: 'after' },
	])('never shows after %j', async (fault) => {
		await radaro.fault(fault);
		for (const operation of ['create', 'createMany']) {
			const run = await radaro.run(operation, minimalJob('A-1'), { continueOnFail: true });
			const shown = JSON.stringify(
				run.items.map((item) => ({ ...item, all: everything(item.error) })),
			);
			for (const form of forms) expect(shown).not.toContain(form);
		}
		for (const form of forms) expect(radaro.logLines().join('\n')).not.toContain(form);
	});

	it('is taken out of a text of Radaro that repeats it', async () => {
		await radaro.fault({ kind: 'keyEcho' });
		expect((await errorOf(create())).description).toContain('key=***');
	});
});

/** All that n8n could store of an error, hidden properties included. */
function everything(error: unknown, depth = 0): unknown {
	if (typeof error !== 'object' || error === null || depth > 4) return error;
	return Object.getOwnPropertyNames(error).map((name) => [
		name,
		everything(Reflect.get(error, name), depth + 1),
	]);
}
