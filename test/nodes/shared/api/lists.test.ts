import type { IDataObject, IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import type { ApiClient } from '../../../../nodes/shared/api/apiClient';
import {
	hintAtMissing,
	notAList,
	type Page,
	type PageReader,
	readPages,
} from '../../../../nodes/shared/api/lists';
import { mock } from '../../../support/mock';

const entry = (id: number): IDataObject => ({ id });
const page = (ids: number[], hasMore = true): Page => ({
	entries: ids.map(entry),
	hasMore: () => hasMore,
});

/** Reads pages that stand ready, and the ids in the result. */
async function read(pages: Array<Page | null>, change: Partial<PageReader> = {}) {
	const asked: number[] = [];
	const result = await readPages({
		readPage: async (number) => {
			asked.push(number);
			const next = pages[number - 1];
			return await Promise.resolve(next === undefined ? page([], false) : next);
		},
		identityOf: ({ id }) => String(id),
		limit: Infinity,
		mostPages: 10,
		...change,
	});
	return { ...result, entries: result.entries.map(({ id }) => id), asked };
}

describe('a list', () => {
	it('is read until the vendor has no more', async () => {
		expect(await read([page([1, 2]), page([3], false), page([4])])).toEqual({
			entries: [1, 2, 3],
			isWhole: true,
			read: 3,
			asked: [1, 2],
		});
	});

	it('is told how much was read, where that says whether there is more', async () => {
		const counted = (ids: number[]): Page => ({
			entries: ids.map(entry),
			hasMore: (soFar) => soFar < 3,
		});
		expect(await read([counted([1, 2]), counted([2, 3]), counted([4])])).toMatchObject({
			entries: [1, 2, 3],
			isWhole: true,
			asked: [1, 2],
		});
	});

	it('holds of an entry what it is presented as, before the next page is asked for', async () => {
		const steps: string[] = [];
		const result = await readPages({
			readPage: async (number) => {
				steps.push(`page ${number}`);
				return await Promise.resolve(page([number * 2, number * 2 + 1], number < 2));
			},
			identityOf: ({ id }) => String(id),
			fits: ({ id }) => id !== 3,
			present: ({ id }) => {
				steps.push(`entry ${String(id)}`);
				return { jobId: `J${String(id)}` };
			},
			limit: 3,
			mostPages: 10,
		});
		expect(result.entries).toEqual([{ jobId: 'J2' }, { jobId: 'J4' }, { jobId: 'J5' }]);
		expect(steps).toEqual(['page 1', 'entry 2', 'page 2', 'entry 4', 'entry 5']);
	});

	it('is whole as soon as enough is found', async () => {
		expect(await read([page([1, 2]), page([3, 4])], { limit: 3 })).toEqual({
			entries: [1, 2, 3],
			isWhole: true,
			read: 3,
			asked: [1, 2],
		});
	});

	it('holds only what fits, and is read for as long as too little does', async () => {
		const fits = ({ id }: IDataObject) => Number(id) % 2 === 0;
		expect(await read([page([1, 2]), page([3]), page([4, 6])], { fits, limit: 2 })).toEqual({
			entries: [2, 4],
			isWhole: true,
			read: 4,
			asked: [1, 2, 3],
		});
	});

	it('holds an entry once that moved to the next page', async () => {
		expect(await read([page([1, 2]), page([2, 3], false)])).toMatchObject({
			entries: [1, 2, 3],
			read: 3,
		});
	});

	it('holds an entry once that comes twice on a page', async () => {
		expect(await read([page([1, 2, 1], false)])).toMatchObject({ entries: [1, 2], read: 2 });
	});

	it('holds each entry that nothing tells from others, beside those that it does', async () => {
		const identityOf = ({ id }: IDataObject) => (id === 7 ? null : String(id));
		expect(await read([page([7, 1, 7]), page([1, 7], false)], { identityOf })).toMatchObject({
			entries: [7, 1, 7, 7],
			isWhole: true,
			read: 4,
		});
	});

	it('holds all entries where nothing tells them apart', async () => {
		expect(
			await read([page([1, 2]), page([2, 3], false)], { identityOf: undefined }),
		).toMatchObject({ entries: [1, 2, 2, 3], isWhole: true });
	});

	it.each<[string, Array<Page | null>, unknown[]]>([
		['repeat', [page([1, 2]), page([1, 2]), page([3])], [1, 2]],
		['are empty, although there should be more', [page([1]), page([]), page([3])], [1]],
		['are refused', [page([1]), null, page([3])], [1]],
	])('is not whole where its pages %s', async (_what, pages, entries) => {
		expect(await read(pages)).toMatchObject({ entries, isWhole: false, asked: [1, 2] });
	});

	it('that does not end is left', async () => {
		const endless = Array.from({ length: 20 }, (_value, index) => page([index]));
		const { entries, isWhole } = await read(endless, { mostPages: 4 });
		expect([entries, isWhole]).toEqual([[0, 1, 2, 3], false]);
	});

	it('is an error where a page is', async () => {
		const readPage = async () => {
			await Promise.resolve();
			throw new Error('no');
		};
		await expect(read([], { readPage })).rejects.toThrow('no');
	});
});

it('what is missing in a list is told beside it, and nothing where it is whole', () => {
	const hints: NodeExecutionHint[] = [];
	const context = mock<IExecuteFunctions>({
		addExecutionHints: (hint: NodeExecutionHint) => hints.push(hint),
	});
	hintAtMissing(context, { incomplete: null });
	hintAtMissing(context, { incomplete: 'There is more.' });
	expect(hints).toEqual([{ message: 'There is more.', location: 'outputPane', type: 'warning' }]);
});

describe('what is no list', () => {
	const client = mock<ApiClient>({
		vendorName: 'Acme',
		error: ({ message, description }: { message: string; description: string }) => [
			message,
			description,
		],
	});
	const message = 'Acme answered with something that is not a list';

	it.each<[string, unknown, object, string]>([
		['with the words in it', { detail: 'Try later.' }, {}, 'Acme says: Try later.'],
		['without words', {}, {}, 'Acme says: nothing'],
		['with a hint', 'x', { hint: 'Check the URL.' }, 'Check the URL. Acme says: x'],
		['in other words', 'token=7', { words: 'token=***' }, 'Acme says: token=***'],
		['without the words in it', 'token=7', { words: null }, 'Acme says: nothing'],
	])('is told %s', (_how, body, options, description) => {
		expect(notAList(client, body, options)).toEqual([message, description]);
	});
});
