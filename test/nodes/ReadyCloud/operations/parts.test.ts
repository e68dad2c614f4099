import { READYCLOUD_ORG } from '../../../../sandbox/readycloud/defaults';
import { locator, ReadyCloudBench } from '../../../support/readycloud';
import { errorOf } from '../../../support/runOperation';

const readyCloud = new ReadyCloudBench();
beforeAll(() => readyCloud.start());
afterAll(() => readyCloud.stop());

const order = { order: locator('primaryId', 'A-1') };
const run = async (operation: string, parameters: object = {}) =>
	(await readyCloud.run(operation, { ...order, ...parameters })).items.map(({ json }) => json);

beforeEach(async () => {
	await readyCloud.reset();
	const boxes = [
		{
			tracking_number: '1Z999',
			ship_cost: '7.50 USD',
			items: [{ part_number: 'MUG', quantity: 2, unit_price: '14.00 USD' }],
		},
		{ tracking_number: '1Z998', items: [] },
	];
	const additionalFields = { boxes: JSON.stringify(boxes) };
	await readyCloud.run('order.create', { primaryId: 'A-1', additionalFields });
});

describe('boxes', () => {
	it('have tracking numbers, money in parts, and their items', async () => {
		expect(await run('box.getMany', { returnAll: true })).toMatchObject([
			{
				id: expect.any(String),
				tracking_number: '1Z999',
				ship_cost_amount: '7.50',
				ship_cost_currency: 'USD',
				items: [{ id: expect.any(String), part_number: 'MUG', unit_price_amount: '14.00' }],
			},
			{ tracking_number: '1Z998', items: [] },
		]);
	});

	it('come with links to their items when told so', async () => {
		const [box] = await run('box.getMany', { expandItems: false });
		const link = { id: expect.any(String), url: expect.stringContaining('/items/') };
		expect(box).toMatchObject({ tracking_number: '1Z999' });
		expect(box?.items).toEqual([link]);
		expect((await readyCloud.lastRequest('GET'))?.query).not.toHaveProperty('expand');
	});
});

describe('notes', () => {
	it('are written with and without an author, and read', async () => {
		const additionalFields = { authorName: 'Dana', authorEmail: '' };
		const [note] = await run('note.create', { content: ' Mind the dog. ', additionalFields });
		expect(note).toMatchObject({ id: expect.any(String), content: 'Mind the dog.' });
		await run('note.create', { content: 'Second' });
		expect((await readyCloud.requests('POST')).slice(1).map(({ body }) => body)).toEqual([
			{ content: 'Mind the dog.', author: { name: 'Dana' } },
			{ content: 'Second' },
		]);
		expect(await run('note.getMany', { returnAll: true })).toMatchObject([
			{ id: note?.id, content: 'Mind the dog.', author: { name: 'Dana' } },
			{ content: 'Second' },
		]);
	});

	it('need a text', async () => {
		expect((await errorOf(readyCloud.run('note.create', { ...order, content: ' ' }))).message).toBe(
			'"Content" is empty. Enter the text of the note.',
		);
	});
});

describe('tags', () => {
	it('are added, listed and removed, also with blanks and other signs', async () => {
		const tags = ['rush', 'two people', '50% off & "fragile"', 'ümläut'];
		for (const tag of tags) expect(await run('tag.add', { tag })).toEqual([{ tag }]);
		expect(await run('tag.getMany', { returnAll: true })).toEqual(tags.map((tag) => ({ tag })));
		expect(await run('tag.getMany', { returnAll: false, limit: 1 })).toEqual([{ tag: 'rush' }]);
		for (const tag of tags) {
			expect(await run('tag.remove', { tag })).toEqual([{ deleted: true, tag }]);
		}
		expect(await run('tag.getMany', { returnAll: true })).toEqual([]);
	});

	it('are removed by a path without a slash at its end', async () => {
		await run('tag.add', { tag: 'two people' });
		await run('tag.remove', { tag: ' two people ' });
		expect((await readyCloud.lastRequest('DELETE'))?.path).toMatch(/\/tags\/two%20people$/);
	});

	it.each([locator('list', 'rush'), locator('name', ' rush '), '={{ "rush" }}'])(
		'are the same however they are chosen: %j',
		async (tag) => {
			expect(await run('tag.add', { tag })).toEqual([{ tag: 'rush' }]);
			expect((await readyCloud.lastRequest('POST'))?.body).toEqual({ value: 'rush' });
			await run('tag.remove', { tag });
			expect((await readyCloud.lastRequest('DELETE'))?.path).toMatch(/\/tags\/rush$/);
		},
	);

	it('of all orders are listed', async () => {
		await readyCloud.run('order.create', { primaryId: 'A-2', additionalFields: { tags: 'gift' } });
		await run('tag.add', { tag: 'rush' });
		const parameters = { of: 'organization', returnAll: true };
		const tags = (await run('tag.getMany', parameters)).map(({ tag }) => tag);
		expect(tags.sort()).toEqual(['gift', 'rush']);
	});

	it('that are not on the order cannot be removed', async () => {
		const { message } = await errorOf(readyCloud.run('tag.remove', { ...order, tag: 'rush' }));
		expect(message).toBe(
			`ReadyCloud has no tag "rush" on the order "A-1" in the organization "${READYCLOUD_ORG}"`,
		);
	});

	it('are told with the names under which order and organization were chosen', async () => {
		const [created] = await run('order.get', order);
		const chosen = (value: string, cachedResultName: string) => ({
			...locator('list', value),
			cachedResultName,
		});
		const parameters = {
			organizationId: chosen(READYCLOUD_ORG, 'Example Outfitters'),
			order: chosen(String(created?.jobId), 'A-1 · Uma Example'),
			tag: 'rush',
		};
		const { message } = await errorOf(readyCloud.run('tag.remove', parameters));
		expect(message).toBe(
			'ReadyCloud has no tag "rush" on the order "A-1 · Uma Example" in the organization "Example Outfitters"',
		);
	});

	it('are told with the name of the only organization', async () => {
		const parameters = { ...order, organizationId: locator('list', ''), tag: 'rush' };
		const { message } = await errorOf(readyCloud.run('tag.remove', parameters));
		expect(message).toMatch(/ on the order "A-1" in the organization "Example Outfitters"$/);
	});

	const RULE = 'ReadyCloud allows no / \\ ? # , and full stops in tags.';
	const long = 'x'.repeat(36);
	it.each([
		['', '"Tag" is empty. Enter a tag of 2 to 35 characters.'],
		['x', 'A tag has 2 to 35 characters, but "x" has 1. Make it longer.'],
		[long, `A tag has 2 to 35 characters, but "${long}" has 36. Make it shorter.`],
		['a/b', `The tag "a/b" holds "/". ${RULE}`],
		['a\\b', `The tag "a\\b" holds "\\". ${RULE}`],
		['a?b', `The tag "a?b" holds "?". ${RULE}`],
		['a#b', `The tag "a#b" holds "#". ${RULE}`],
		['a,b', `The tag "a,b" holds ",". ${RULE}`],
		['..', `The tag ".." holds ".". ${RULE}`],
	])('such as "%s" are refused, and nothing is sent', async (tag, message) => {
		const before = (await readyCloud.requests()).length;
		for (const operation of ['tag.add', 'tag.remove']) {
			expect((await errorOf(readyCloud.run(operation, { ...order, tag }))).message).toBe(message);
		}
		expect(await readyCloud.requests()).toHaveLength(before);
	});

	it('may have 2 and 35 characters', async () => {
		for (const tag of ['ab', 'x'.repeat(35), '📦📦']) {
			expect(await run('tag.add', { tag })).toEqual([{ tag }]);
		}
	});
});
