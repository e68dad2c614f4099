import { READYCLOUD_OTHER_TOKEN, READYCLOUD_TOKEN } from '../../../sandbox/readycloud/defaults';
import { http, type Reply } from '../support/bench';
import { Cloud, type Page } from './support';

const cloud = Cloud.use();

const read = async (token?: string): Promise<number> =>
	(await cloud.api('GET', '/orgs/', undefined, token)).status;
const write = async (): Promise<number> =>
	(await cloud.org('POST', 'packaging/', { name: 'Mailer' })).status;
async function times(count: number, call: () => Promise<number>): Promise<Set<number>> {
	const statuses = [];
	for (let i = 0; i < count; i++) statuses.push(await call());
	return new Set(statuses);
}

it('allows 30 reads and 30 writes a minute, each app its own', async () => {
	expect(await times(30, read)).toEqual(new Set([200]));
	expect(await read()).toBe(429);
	expect(await times(30, write)).toEqual(new Set([201]));
	expect(await write()).toBe(429);
	expect(await read(READYCLOUD_OTHER_TOKEN)).toBe(200);
	await cloud.advance(61);
	expect([await read(), await write()]).toEqual([200, 201]);
});

it('counts changes and deletions as writes', async () => {
	await cloud.settings({ writesPerMinute: 2 });
	const { url } = (await cloud.org('POST', 'packaging/', { name: 'Mailer' })).json();
	const path = String(url).replace('/api/v2', '');
	expect((await cloud.api('PATCH', path, { name: 'Bag' })).status).toBe(200);
	expect((await cloud.org('DELETE', 'webhooks/none/')).status).toBe(429);
});

it('frees requests one by one, or all at the full minute when set so', async () => {
	await cloud.settings({ readsPerMinute: 2 });
	const { now } = (await cloud.bench.control('GET', 'state')).json<{ now: string }>();
	// To the beginning of a minute.
	await cloud.advance(60.5 - (Date.parse(now) % 60_000) / 1000);
	await read();
	await cloud.advance(40);
	await read();
	expect(await read()).toBe(429);
	await cloud.advance(20.5);
	expect([await read(), await read()]).toEqual([200, 429]);
	await cloud.advance(120);
	await cloud.settings({ limitWindow: 'fixed' });
	expect([await read(), await read(), await read()]).toEqual([200, 200, 429]);
	await cloud.advance(60);
	expect([await read(), await read()]).toEqual([200, 200]);
});

it('says when to try again only when set so', async () => {
	await cloud.settings({ readsPerMinute: 1 });
	await read();
	const silent = await cloud.api('GET', '/orgs/');
	expect(silent.headers.get('retry-after')).toBeNull();
	expect(silent.json()).toEqual({ detail: 'Request was throttled.' });
	await cloud.settings({ retryAfter: true });
	await cloud.advance(20);
	const seconds = Number((await cloud.api('GET', '/orgs/')).headers.get('retry-after'));
	expect(seconds).toBeGreaterThan(35);
	expect(seconds).toBeLessThanOrEqual(40);
	await cloud.advance(seconds);
	expect(await read()).toBe(200);
});

it('gives 500 orders with boxes and items in 5 reads', async () => {
	const seeded = await cloud.control('POST', 'orders', { count: 500 });
	expect(seeded.json()).toMatchObject({ count: 500 });
	const found = new Set<unknown>();
	let next: string | null = null;
	let reads = 0;
	do {
		const authorization = `Bearer ${READYCLOUD_TOKEN}`;
		const reply: Reply = next
			? await http(next, 'GET', undefined, { authorization })
			: await cloud.org('GET', 'orders/?limit=100&expand=boxes,items');
		const page: Page = reply.json<Page>();
		reads++;
		for (const order of page.results) {
			found.add(order.primary_id);
			expect(order.boxes).toMatchObject([{ weight: '2710.0000 g', items: [{}, {}] }]);
		}
		next = page.next;
	} while (next);
	expect([found.size, reads]).toEqual([500, 5]);
	expect(cloud.receiver.received).toEqual([]);
});
