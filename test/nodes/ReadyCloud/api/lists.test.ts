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
