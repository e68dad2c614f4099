import { NodeApiError } from 'n8n-workflow';

import { isPassing, Patience } from '../../../../nodes/shared/changes/patience';

let time = 0;
const HOUR = 3_600_000;
const patience = () => new Patience(() => time);

it('lets one poll run at a time', async () => {
	const one = patience();
	let end = (): void => undefined;
	const first = one.alone('a', async () => {
		await new Promise<void>((resolve) => (end = resolve));
		return 'done';
	});
	expect(await one.alone('a', async () => 'second')).toBeNull();
	expect(await one.alone('b', async () => 'other')).toBe('other');
	end();
	expect(await first).toBe('done');
	expect(await one.alone('a', async () => 'third')).toBe('third');
});

it('does not wait for a poll that never ends', async () => {
	const one = patience();
	void one.alone('a', async () => await new Promise<never>(() => undefined));
	time += 600_000;
	expect(await one.alone('a', async () => 'next')).toBe('next');
});

it('lets the next poll run after one that failed', async () => {
	const one = patience();
	await expect(one.alone('a', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await one.alone('a', async () => 'next')).toBe('next');
});

it('lets a vendor rest, but not for longer than an hour', async () => {
	const one = patience();
	one.rest('a', 90);
	time += 89_000;
	expect(await one.alone('a', async () => 'early')).toBeNull();
	time += 1_000;
	expect(await one.alone('a', async () => 'due')).toBe('due');
	one.rest('a', 1e9);
	time += HOUR;
	expect(await one.alone('a', async () => 'due')).toBe('due');
});

it('ends after an hour of trouble, and each hour again', () => {
	const one = patience();
	expect(one.isOver('a')).toBe(false);
	time += HOUR - 1;
	expect(one.isOver('a')).toBe(false);
	time += 1;
	expect(one.isOver('a')).toBe(true);
	time += HOUR - 1;
	expect(one.isOver('a')).toBe(false);
	time += 1;
	expect(one.isOver('a')).toBe(true);
	one.settle('a');
	expect(one.isOver('a')).toBe(false);
});

const error = (httpCode?: string) =>
	new NodeApiError(
		{ id: '1', name: 'T', type: 't', typeVersion: 2, position: [0, 0], parameters: {} },
		{},
		{ message: 'no', httpCode },
	);

it.each([
	[error(), true],
	[error('429'), true],
	[error('502'), true],
	[error('401'), false],
	[error('404'), false],
	[new Error('no'), false],
])('knows what may pass by itself (%#)', (given, passing) => {
	expect(isPassing(given)).toBe(passing);
});
