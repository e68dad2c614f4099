import { RADARO_DISABLED_KEY, RADARO_KEY } from '../../../../sandbox/radaro/defaults';
import { everythingIn } from '../../../support/everythingIn';
import { minimalJob, RadaroBench } from '../../../support/radaro';
import { errorOf } from '../../../support/runOperation';
import { useBench } from '../../../support/standInBench';

const radaro = useBench(new RadaroBench());

const create = (options = {}) => radaro.run('create', { ...minimalJob('A-1'), options });

describe('each failure gets a sentence', () => {
	it('a time-out, after the seconds that the user allows', async () => {
		await radaro.fault({ kind: 'timeout' });
		expect((await errorOf(create({ timeout: 0.3 }))).message).toBe(
			'Radaro did not answer within 0.3 seconds',
		);
	});

	it('too many requests, after the wait that the user allows', async () => {
		await radaro.fault({ kind: 'status', status: 429 });
		expect((await errorOf(create({ longestWait: 0 }))).message).toBe(
			'Radaro is getting too many requests',
		);
		expect(await radaro.requests('POST')).toHaveLength(1);
	});

	it('a URL that Radaro does not know', async () => {
		const credential = { baseUrl: `${radaro.url}/radaro/elsewhere` };
		const error = await errorOf(radaro.run('create', minimalJob('A-1'), { credential }));
		expect(error.message).toBe(
			'Radaro does not know this address; check Base URL in the credential: it must end before /api',
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
		['fields', /^Radaro did not accept job "A-1": driver: .*99/],
		['detail', /^Radaro did not accept job "A-1": .*99/],
		['string', /^Radaro did not accept job "A-1": .*99/],
		['empty', /^Radaro did not accept job "A-1"$/],
		['html', /^Radaro did not accept job "A-1": \w/],
	])('%s', async (errorForm, says) => {
		await radaro.settings({ errorForm });
		const parameters = {
			source: 'json',
			jobJson:
				'{"external_id":"A-1","customer":{"name":"T","id":"x"},"deliver_address":{"address":"y"},"driver":99}',
		};
		const error = await errorOf(radaro.run('create', parameters));
		expect(error.message).toMatch(says);
		expect(error.message).not.toContain('<');
		expect(error.description).not.toContain('says');
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
				run.items.map((item) => ({ ...item, all: everythingIn(item.error) })),
			);
			for (const form of forms) expect(shown).not.toContain(form);
		}
		for (const form of forms) expect(radaro.logLines().join('\n')).not.toContain(form);
	});

	it('is taken out of a text of Radaro that repeats it', async () => {
		await radaro.fault({ kind: 'keyEcho' });
		expect((await errorOf(create())).message).toContain('key=***');
	});
});
