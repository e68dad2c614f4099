import type { Dict } from '../support/bench';
import { Cloud, type Page } from './support';

const cloud = Cloud.use();

const create = async (body: Dict): Promise<Dict> =>
	(await cloud.org('POST', 'orders/', body)).json();
const names = ({ results }: Page): unknown[] => results.map((each) => each.primary_id);

describe('the list', () => {
	let middle: string;
	beforeEach(async () => {
		await create({ primary_id: 'A', billing: { status: 'pending' } });
		await cloud.advance(60);
		const billing = { status: 'paid' };
		const b = await create({ primary_id: 'B', billing, shipping: { status: 'fulfilled' } });
		middle = String(b.updated_at);
		await cloud.advance(60);
		await create({ primary_id: 'C', billing: { status: 'refunded' }, message: 'Gift for B' });
	});

	it.each([
		['', ['C', 'B', 'A']],
		['?primary_id=B', ['B']],
		['?primary_id=b', []],
		['?billing_status__in=pending|paid', ['B', 'A']],
		['?shipping_status__in=fulfilled', ['B']],
		['?shipping_status__in=!fulfilled', ['C', 'A']],
		['?q=gift', ['C']],
		['?limit=1&offset=1', ['B']],
		['?unheard_of=1', ['C', 'B', 'A']],
	])('"%s"', async (query, expected) => {
		expect(names(await cloud.list(`orders/${query}`))).toEqual(expected);
	});

	it('takes times, and refuses what is none', async () => {
		expect(names(await cloud.list(`orders/?updated_at__gte=${middle}`))).toEqual(['C', 'B']);
		expect(names(await cloud.list(`orders/?updated_at__lte=${middle}`))).toEqual(['B', 'A']);
		// Without a zone it is UTC.
		const local = middle.slice(0, 19);
		expect(names(await cloud.list(`orders/?updated_at__gte=${local}`))).toEqual(['C', 'B']);
		const reply = await cloud.org('GET', 'orders/?updated_at__gte=yesterday');
		expect([reply.status, Object.keys(reply.json())]).toEqual([400, ['updated_at__gte']]);
	});

	it('can be cut down, or come with suggestions', async () => {
		const { results } = await cloud.list('orders/?only=url,nested_updated_at&limit=1');
		expect(results.map(Object.keys)).toEqual([['nested_updated_at', 'url']]);
		const [one] = (await cloud.list('orders/?suggestions=1&limit=1')).results;
		expect(one).toMatchObject({ 'po_number?': null, billing: { 'total?': null } });
		expect(one).not.toHaveProperty('message?');
		const [two] = (await cloud.list('orders/?suggestions=2&limit=1')).results;
		expect(two).toMatchObject({ 'message?': null, shipping: { 'warehouse?': null } });
	});

	it('searches only 70 orders, before it filters', async () => {
		await cloud.control('POST', 'orders', { count: 80, terms: 'Prepaid' });
		expect((await cloud.list('orders/?q=prepaid')).count).toBe(70);
		expect((await cloud.list('orders/?q=prepaid&primary_id=WEB-100004')).count).toBe(0);
	});
});
