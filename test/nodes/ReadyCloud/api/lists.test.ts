import type { Run } from '../../../support/executeNode';
import { runReadyCloud } from '../../../support/readycloud';
import { errorOf } from '../../../support/runOperation';
import { type Asked, ScriptedServer } from '../../../support/scripted';

const TOKEN = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';

let server: ScriptedServer;
let elsewhere: ScriptedServer;
let answer: (asked: Asked) => unknown;
beforeAll(async () => {
	server = await ScriptedServer.start((asked) => ({ body: answer(asked) }));
	elsewhere = await ScriptedServer.start(() => ({ body: page([9]) }));
});
afterAll(async () => {
	await server.stop();
	await elsewhere.stop();
});
beforeEach(() => {
	server.asked.length = 0;
});

const page = (ids: number[], next: unknown = null) => ({
	count: 99,
	next,
	previous: null,
	results: ids.map((id) => ({ url: `/api/v2/orgs/K7p/contacts/${id}/` })),
});

const place = ({ query }: Asked) => query.get('offset') ?? '0';

/** Reads all contacts. */
async function run(parameters: object = { returnAll: true }): Promise<Run> {
	const credential = { accessToken: TOKEN };
	return await runReadyCloud(
		`${server.url}/api/v2`,
		'contact.getMany',
		{ ...parameters },
		{ credential },
	);
}

/** Reads all contacts, and gives their ids. */
async function all(parameters?: object): Promise<unknown[]> {
	const { items } = await run(parameters);
	return items.map(({ json }) => json.id);
}

describe('a link to the next page', () => {
	it.each<[string, () => string]>([
		['absolute', () => `${server.url}/api/v2/orgs/K7p/contacts/?limit=100&offset=2`],
		['relative', () => '/api/v2/orgs/K7p/contacts/?limit=100&offset=2'],
		['a bare query', () => '?limit=100&offset=2'],
		['to another host', () => `${elsewhere.url}/api/v2/orgs/K7p/contacts/?limit=100&offset=2`],
		['to another path', () => `${server.url}/api/v1/secrets/?limit=100&offset=2`],
		['with a token', () => `${server.url}/x/?offset=2&bearer_token=${TOKEN}&Access_Token=${TOKEN}`],
	])('that is %s is followed at the place in it alone', async (_what, link) => {
		answer = (asked) => (place(asked) === '0' ? page([1, 2], link()) : page([3]));
		expect(await all()).toEqual(['1', '2', '3']);
		expect(server.asked.map(({ path }) => path)).toEqual([
			'/api/v2/orgs/K7p/contacts/',
			'/api/v2/orgs/K7p/contacts/',
		]);
		expect(server.asked[1]?.query.toString()).toBe('limit=100&offset=2');
		expect(server.asked[1]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
		expect(elsewhere.asked).toEqual([]);
	});

	it('that leads nowhere else ends the list', async () => {
		answer = () => page([1, 2], '?limit=100');
		expect(await all()).toEqual(['1', '2']);
		expect(server.asked).toHaveLength(1);
	});

	it('that leads back ends the list before an entry comes twice', async () => {
		const next = new Map([
			['0', '5'],
			['5', '9'],
			['9', '5'],
		]);
		answer = (asked) => page([Number(place(asked))], `?limit=100&offset=${next.get(place(asked))}`);
		expect(await all()).toEqual(['0', '5', '9']);
	});

	it.each([
		['no address at all', 'http://'],
		['blank', ' '],
		['empty', ''],
	])('that is %s ends the list', async (_what, next) => {
		answer = () => page([1], next);
		expect(await all()).toEqual(['1']);
	});

	it('beside an empty page ends the list', async () => {
		answer = (asked) => page([], `?limit=100&offset=${Number(place(asked)) + 100}`);
		expect(await all()).toEqual([]);
		expect(server.asked).toHaveLength(1);
	});
});

describe('a list that is shorter than its count', () => {
	const ids = (count: number) => Array.from({ length: count }, (_value, index) => index);
	const counted = (count: number, given: number[], next: unknown = null) => ({
		...page(given, next),
		count,
	});
	const hints = async (parameters?: object) =>
		(await run(parameters)).hints.map(({ message }) => message);

	it('says how many are missing', async () => {
		answer = (asked) => counted(250, ids(100), `?limit=100&offset=${Number(place(asked)) + 100}`);
		expect(await hints()).toEqual([
			'ReadyCloud counts 150 more than it gave: its pages began to repeat.',
		]);
		answer = () => counted(250, ids(100), '?limit=100');
		expect(await hints()).toEqual([
			'ReadyCloud counts 150 more than it gave: its list ended before they came.',
		]);
		answer = (asked) =>
			place(asked) === '0' ? counted(250, ids(100), '?limit=100&offset=100') : counted(0, []);
		expect(await hints()).toEqual([
			'ReadyCloud counts 150 more than it gave: its list ended before they came.',
		]);
	});

	it('says so where its pages repeat without a count', async () => {
		answer = (asked) => ({
			...page([1, 2], `?limit=100&offset=${Number(place(asked)) + 2}`),
			count: undefined,
		});
		expect(await hints()).toEqual([
			'ReadyCloud may have more than it gave: its pages began to repeat.',
		]);
	});

	it.each([
		['order.getMany', {}],
		['organization.getMany', { includeDeleted: true }],
		['webhook.getMany', { onlySuspended: true }],
		['webhook.renew', { which: 'suspended' }],
		['note.getMany', { order: { __rl: true, mode: 'id', value: 'q2Xd' } }],
		['box.getMany', { order: { __rl: true, mode: 'id', value: 'q2Xd' } }],
	])('says so in %s', async (operation, parameters) => {
		answer = () => counted(3, []);
		const given = operation === 'webhook.renew' ? parameters : { ...parameters, returnAll: true };
		const { hints } = await runReadyCloud(`${server.url}/api/v2`, operation, given);
		expect(hints.map(({ message }) => message)).toEqual([
			'ReadyCloud counts 3 more than it gave: its list ended before they came.',
		]);
	});

	it('is whole where it has what was wanted, or was created meanwhile', async () => {
		answer = () => counted(250, ids(100), '?limit=100&offset=100');
		expect(await hints({ returnAll: false, limit: 100 })).toEqual([]);
		answer = (asked) =>
			place(asked) === '0' ? counted(3, [1, 2], '?limit=100&offset=2') : counted(4, [2, 3]);
		expect(await hints()).toEqual([]);
	});

	it('leaves an order that it has not found as not known', async () => {
		answer = () => counted(3, []);
		const order = { __rl: true, mode: 'primaryId', value: 'A-1' };
		const error = await errorOf(runReadyCloud(`${server.url}/api/v2`, 'order.get', { order }));
		expect(error).toEqual({
			message: 'ReadyCloud did not give all orders that may have the Primary ID "A-1"',
			description:
				'ReadyCloud counts 3 more than it gave: its list ended before they came. Try again, or choose the order from the list, or by its ID.',
		});
	});
});

describe('an entry', () => {
	it('that comes again, as others were created meanwhile, is given once', async () => {
		answer = (asked) => (place(asked) === '0' ? page([1, 2], '?limit=100&offset=2') : page([2, 3]));
		expect(await all()).toEqual(['1', '2', '3']);
	});

	it('without a url is given whatever there is of its like', async () => {
		const row = { nested_updated_at: '2099-03-03T10:00:00Z' };
		answer = (asked) => ({
			count: 3,
			next: place(asked) === '0' ? '?limit=100&offset=2' : null,
			results: place(asked) === '0' ? [row, row] : [row],
		});
		expect((await run()).items).toHaveLength(3);
	});

	it('ends the list where the pages hold nothing else any more', async () => {
		answer = (asked) => page([1, 2], `?limit=100&offset=${Number(place(asked)) + 2}`);
		expect(await all()).toEqual(['1', '2']);
		expect(server.asked).toHaveLength(2);
	});
});

it('says so when a list does not end, instead of giving a part as the whole', async () => {
	answer = (asked) => page([Number(place(asked))], `?limit=100&offset=${Number(place(asked)) + 1}`);
	const error = await errorOf(run());
	expect(error).toEqual({
		message: "ReadyCloud's list does not end after 1000 pages",
		description: 'Set a limit, or use filters, so that less has to be read.',
	});
	expect(await all({ returnAll: false, limit: 3 })).toEqual(['0', '1', '2']);
});

describe('a page', () => {
	it.each<[string, unknown]>([
		['an object without results', { count: 1 }],
		['results that are no list', { results: 'none' }],
		['a bare list', [{ url: '/api/v2/orgs/K7p/contacts/1/' }]],
		['a text', 'maintenance'],
		['nothing', ''],
		['a link that is no text', { results: [], next: 7 }],
	])('that is %s is none', async (_what, body) => {
		answer = () => body;
		expect((await errorOf(run())).message).toBe(
			'ReadyCloud answered with something that is not a list',
		);
	});

	it('may hold entries that are none, and an entry without an id', async () => {
		answer = () => ({
			results: [null, 7, 'x', [], { name: 'A' }, ...page([1]).results],
			next: null,
		});
		expect(await all()).toEqual([undefined, '1']);
	});

	it('shows no token in what it says', async () => {
		answer = () => ({ detail: `no token: ${TOKEN}` });
		const { message, description } = await errorOf(run());
		expect(`${message} ${description}`).not.toContain(TOKEN);
	});
});
