import { once } from 'node:events';

import { Deadline, pause, withinTimeout } from '../../../../nodes/shared/api/deadline';

/** How long everybody slept, in milliseconds; nobody really does. */
const slept: number[] = [];
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (milliseconds: number) => {
		slept.push(milliseconds);
		await new Promise(setImmediate);
	},
}));

const never = new Promise<never>(() => undefined);

describe('a deadline', () => {
	it('lets through what comes before it, or fails', async () => {
		const deadline = Deadline.after(60);
		expect(await deadline.bound(Promise.resolve(7))).toBe(7);
		await expect(deadline.bound(Promise.reject(new Error('no room')))).rejects.toThrow('no room');
		expect(deadline.isOver).toBe(false);
	});

	it('ends the wait for what does not come', async () => {
		const deadline = Deadline.after(0.1);
		const signal = deadline.signal();
		await expect(deadline.bound(never)).rejects.toMatchObject({
			code: 'ETIMEDOUT',
			message: 'it was not done within 0.1 seconds.',
		});
		expect([deadline.left, deadline.isOver]).toEqual([0, true]);
		// The signal has a timer of its own, which a busy machine may be late with.
		if (!signal.aborted) await once(signal, 'abort');
		expect(signal.aborted).toBe(true);
	});

	it('that is over ends it at once', async () => {
		await expect(Deadline.after(0).bound(never)).rejects.toThrow('within 0 seconds');
	});

	it('gives way to one that is sooner alone', () => {
		const deadline = Deadline.after(60);
		expect(deadline.orAfter(61)).toBe(deadline);
		expect(deadline.orAfter(5).seconds).toBe(5);
		expect(Deadline.after(Infinity).orAfter(5).seconds).toBe(5);
	});
});

describe('a request', () => {
	const request = { url: 'https://acme.example', timeout: 50 };
	const ended = async (signal: unknown): Promise<unknown> =>
		await new Promise((resolve) =>
			(signal as AbortSignal).addEventListener('abort', () => resolve('ended')),
		);

	it('ends when its time is over', async () => {
		expect(await ended(withinTimeout(request).abortSignal)).toBe('ended');
	});

	it('ends when its execution is stopped', async () => {
		const stop = new AbortController();
		const { abortSignal } = withinTimeout({
			...request,
			timeout: 60_000,
			abortSignal: stop.signal,
		});
		const end = ended(abortSignal);
		stop.abort();
		expect(await end).toBe('ended');
	});

	it('that is sent again, after a renewal, has no more time', async () => {
		const first = withinTimeout(request);
		const second = withinTimeout({ ...first, timeout: 60_000 });
		expect(await ended(second.abortSignal)).toBe('ended');
	});

	it('may have more time than a timer can wait', async () => {
		const { abortSignal } = withinTimeout({ ...request, timeout: 2 ** 31 });
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(abortSignal?.aborted).toBe(false);
	});
});

it.each([
	[1.5, [1500]],
	[0, []],
	// 30 days: a timer waits for 24.8 of them, and told more it would not wait at all.
	[2_592_000, [2_147_483_647, 444_516_353]],
])('a pause of %p seconds is slept', async (seconds, expected) => {
	slept.length = 0;
	await pause(seconds);
	expect(slept).toEqual(expected);
});
