import { READYCLOUD_OTHER_TOKEN, READYCLOUD_TOKEN } from '../../../../sandbox/readycloud/defaults';
import { errorOf, locator, ReadyCloudBench } from '../../../support/readycloud';

const readyCloud = new ReadyCloudBench();
beforeAll(() => readyCloud.start());
afterAll(() => readyCloud.stop());
beforeEach(() => readyCloud.reset());

const UNSURE = 'Whether it did what was asked is not known.';
const create = (options = {}) => readyCloud.run('order.create', { primaryId: 'A-1', options });

describe('each failure of a new order gets a sentence', () => {
	it.each<[string, object, string, RegExp]>([
		[
			'500',
			{ kind: 'status', status: 500 },
			'ReadyCloud is not able to answer right now',
			/^Whether it did what was asked is not known\. Try again later/,
		],
		[
			'429',
			{ kind: 'status', status: 429 },
			'ReadyCloud is getting too many requests',
			/^Try again in a minute\./,
		],
		[
			'429 with Retry-After',
			{ kind: 'status', status: 429, retryAfter: 17 },
			'ReadyCloud is getting too many requests',
			/^Try again in 17 seconds\./,
		],
		[
			'403',
			{ kind: 'status', status: 403 },
			'ReadyCloud gives no access to organization "K7p"',
			/^It may have been deleted, or the app of the access token is not allowed to use it\./,
		],
		[
			'a lost answer',
			{ kind: 'reset', when: 'after' },
			'The connection to ReadyCloud broke before an answer came',
			/^Whether it did what was asked is not known\./,
		],
		[
			'an answer that is cut off',
			{ kind: 'malformed', when: 'after' },
			'ReadyCloud answered with something that is not an order',
			/^Whether it did what was asked is not known\. Look it up in ReadyCloud before you try again\.$/,
		],
		[
			'a web page',
			{ kind: 'html', status: 200 },
			'ReadyCloud answered with a web page instead of data',
			/^A proxy or a log-in page may stand between n8n and http/,
		],
	])('%s', async (_what, fault, message, description) => {
		await readyCloud.fault(fault);
		const error = await errorOf(create({ longestWait: 0 }));
		expect(error.message).toBe(message);
		expect(error.description).toMatch(description);
	});

	it('a time-out, after the seconds that the user allows', async () => {
		await readyCloud.fault({ kind: 'timeout' });
		expect(await errorOf(create({ timeout: 0.3 }))).toEqual({
			message: 'ReadyCloud did not answer within 0.3 seconds',
			description: `${UNSURE} Try again, or allow more time under Options → Timeout.`,
		});
	});

	it('an update whose answer is lost', async () => {
		await readyCloud.run('order.create', { primaryId: 'A-1' });
		await readyCloud.fault({ kind: 'reset', when: 'after', methods: ['PATCH'] });
		const order = locator('primaryId', 'A-1');
		const run = readyCloud.run('order.update', { order, updateFields: { terms: 'COD' } });
		expect((await errorOf(run)).description).toContain(UNSURE);
	});

	it('too many requests for a moment are none: the request is sent again', async () => {
		await readyCloud.fault({ kind: 'status', status: 429, times: 1 });
		expect((await create()).items[0]?.json.reference).toBe('A-1');
		expect(await readyCloud.requests('POST')).toHaveLength(2);
	});
});

describe('an access token', () => {
	it('that has expired', async () => {
		await readyCloud.control('POST', 'readycloud/tokens/expire');
		const error = await errorOf(create());
		expect(error.message).toBe('ReadyCloud does not accept the access token');
		expect(error.description).toContain(
			'ReadyCloud says: The access token is unknown or has expired.',
		);
	});

	it('that is unknown', async () => {
		const credential = { accessToken: 'nobody' };
		const run = readyCloud.run('organization.getMany', {}, { credential });
		expect((await errorOf(run)).message).toBe('ReadyCloud does not accept the access token');
	});

	it.each([
		{ kind: 'keyEcho' },
		{ kind: 'status', status: 404 },
		{ kind: 'reset' },
		{ kind: 'html' },
		{ kind: 'expiredKey' },
		{ kind: 'malformed', when: 'after' },
	])('never shows after %j', async (fault) => {
		await readyCloud.fault(fault);
		const run = await readyCloud.run(
			'order.getMany',
			{ options: { longestWait: 0 } },
			{ continueOnFail: true },
		);
		expect(run.items[0]?.json.error).toEqual(expect.any(String));
		const shown = JSON.stringify(run.items.map((item) => everything(item)));
		expect(shown).not.toContain(READYCLOUD_TOKEN);
		expect(readyCloud.logLines().join('\n')).not.toContain(READYCLOUD_TOKEN);
	});

	it('of another app has requests of its own', async () => {
		await readyCloud.settings({ readsPerMinute: 1 });
		const options = { longestWait: 0 };
		await readyCloud.run('organization.getMany', { options });
		expect((await errorOf(readyCloud.run('organization.getMany', { options }))).message).toBe(
			'ReadyCloud is getting too many requests',
		);
		const credential = { accessToken: READYCLOUD_OTHER_TOKEN };
		const run = await readyCloud.run('organization.getMany', { options }, { credential });
		expect(run.items).toHaveLength(1);
	});
});

describe('the words of ReadyCloud, in any form', () => {
	it.each([
		['detail', 'ReadyCloud says: boxes: '],
		['oauth', 'ReadyCloud says: '],
		['message', 'ReadyCloud says: '],
		['html', 'ReadyCloud says: Request refused'],
	])('%s', async (errorForm, says) => {
		await readyCloud.settings({ errorForm });
		const orderJson = '{"primary_id": "A-1", "boxes": [{"items": [{"quantity": "many"}]}]}';
		const error = await errorOf(readyCloud.run('order.create', { source: 'json', orderJson }));
		expect(error.message).toMatch(/^ReadyCloud did not accept order "A-1"/);
		expect(error.description).toContain(says);
		expect(error.description).toContain('(HTTP status 400)');
		expect(error.description).not.toContain('<');
	});
});

/** All that n8n could store of an item, hidden properties included. */
function everything(value: unknown, depth = 0): unknown {
	if (typeof value !== 'object' || value === null || depth > 5) return value;
	return Object.getOwnPropertyNames(value).map((name) => [
		name,
		everything(Reflect.get(value, name), depth + 1),
	]);
}
