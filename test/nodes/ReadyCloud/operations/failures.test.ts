import { READYCLOUD_OTHER_TOKEN, READYCLOUD_TOKEN } from '../../../../sandbox/readycloud/defaults';
import { everythingIn } from '../../../support/everythingIn';
import { locator, ReadyCloudBench } from '../../../support/readycloud';
import { errorOf } from '../../../support/runOperation';
import { useBench } from '../../../support/standInBench';

const readyCloud = useBench(new ReadyCloudBench());

const create = (options = {}) => readyCloud.run('order.create', { primaryId: 'A-1', options });

describe('each failure of a new order gets a sentence', () => {
	it.each<[string, object, string, RegExp]>([
		[
			'403',
			{ kind: 'status', status: 403 },
			'ReadyCloud gives no access to organization "K7p"',
			/^It may have been deleted, or the app of the access token is not allowed to use it\./,
		],
		[
			'an answer that is cut off',
			{ kind: 'malformed', when: 'after' },
			'ReadyCloud answered with something that is not an order',
			/^Whether it did what was asked is not known\. Look it up in ReadyCloud before you try again\.$/,
		],
	])('%s', async (_what, fault, message, description) => {
		await readyCloud.fault(fault);
		const error = await errorOf(create());
		expect(error.message).toBe(message);
		expect(error.description).toMatch(description);
	});

	it('a time-out, after the seconds that the user allows', async () => {
		await readyCloud.fault({ kind: 'timeout' });
		expect((await errorOf(create({ timeout: 0.3 }))).message).toBe(
			'ReadyCloud did not answer within 0.3 seconds',
		);
	});

	it('too many requests, after the wait that the user allows', async () => {
		await readyCloud.fault({ kind: 'status', status: 429 });
		expect((await errorOf(create({ longestWait: 0 }))).message).toBe(
			'ReadyCloud is getting too many requests',
		);
		expect(await readyCloud.requests('POST')).toHaveLength(1);
	});

	it('an update whose answer is lost', async () => {
		await readyCloud.run('order.create', { primaryId: 'A-1' });
		await readyCloud.fault({ kind: 'reset', when: 'after', methods: ['PATCH'] });
		const order = locator('primaryId', 'A-1');
		const run = readyCloud.run('order.update', { order, updateFields: { terms: 'COD' } });
		expect((await errorOf(run)).description).toMatch(
			/^Whether it did what was asked is not known\. /,
		);
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
		const shown = JSON.stringify(run.items.map((item) => everythingIn(item)));
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
		['detail', /^ReadyCloud did not accept order "A-1": boxes: .*quantity/],
		['oauth', /^ReadyCloud did not accept order "A-1": .*quantity/],
		['message', /^ReadyCloud did not accept order "A-1": .*quantity/],
		['html', /^ReadyCloud did not accept order "A-1": Request refused$/],
	])('%s', async (errorForm, says) => {
		await readyCloud.settings({ errorForm });
		const orderJson = '{"primary_id": "A-1", "boxes": [{"items": [{"quantity": "many"}]}]}';
		const error = await errorOf(readyCloud.run('order.create', { source: 'json', orderJson }));
		expect(error.message).toMatch(says);
		expect(error.message).not.toContain('<');
		expect(error.description).toMatch(/^[^:<]+\. \(HTTP status 400\)$/);
	});
});
