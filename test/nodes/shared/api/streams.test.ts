import { PassThrough, Readable } from 'node:stream';

import { headOf, isStream, readAnswer, unlessStalled } from '../../../../nodes/shared/api/streams';

const streamOf = (...pieces: string[]): Readable =>
	Readable.from(
		pieces.map((piece) => Buffer.from(piece)),
		{ objectMode: false },
	);

it.each<[string, unknown, boolean]>([
	['a stream', new PassThrough(), true],
	['bytes', Buffer.from('x'), false],
	['an object', { pipe: true }, false],
	['nothing', null, false],
	['text', 'pipe', false],
])('%s: is it a stream?', (_what, value, expected) => {
	expect(isStream(value)).toBe(expected);
});

describe('an answer that came as a stream', () => {
	it.each<[string[], unknown]>([
		[['{"detail": ', '"No."}'], { detail: 'No.' }],
		[['null'], null],
		[['Not ', 'found'], 'Not found'],
		[[], ''],
	])('%j is read', async (pieces, answer) => {
		expect(await readAnswer(streamOf(...pieces), 1)).toEqual(answer);
	});

	it('is cut where it is longer than any refusal, and not read to its end', async () => {
		let pieces = 0;
		const endless = new Readable({
			read() {
				pieces++;
				this.push('x'.repeat(1000));
			},
		});
		const text = (await readAnswer(endless, 1)) as string;
		expect(text).toMatch(/^x{100000,}$/);
		expect(endless.destroyed).toBe(true);
		expect(pieces).toBeLessThan(300);
	});

	it('is an error where the stream breaks', async () => {
		const broken = new Readable({
			read() {
				this.destroy(new Error('cut'));
			},
		});
		await expect(readAnswer(broken, 1)).rejects.toThrow('cut');
	});
});

describe('the beginning of a stream', () => {
	it('is left in it', async () => {
		const stream = streamOf('%PDF', '-1.7 and more');
		expect((await headOf(stream)).toString()).toMatch(/^%PDF/);
		expect(await readAnswer(stream, 1)).toBe('%PDF-1.7 and more');
	});

	it('is empty where nothing comes', async () => {
		expect(await headOf(streamOf())).toEqual(Buffer.alloc(0));
	});

	it('is an error where the stream breaks before', async () => {
		const stream = new PassThrough();
		const head = headOf(stream);
		stream.destroy(new Error('cut'));
		await expect(head).rejects.toThrow('cut');
	});
});

describe('something done with a stream', () => {
	it('gives its result while pieces come', async () => {
		const stream = new PassThrough();
		const timer = setInterval(() => stream.write('x'), 50);
		const length = unlessStalled(stream, 0.2, async () => {
			let count = 0;
			for await (const piece of stream) count += (piece as Buffer).length;
			return count;
		});
		setTimeout(() => {
			clearInterval(timer);
			stream.end();
		}, 600);
		expect(await length).toBeGreaterThan(5);
	});

	it('is given up when nothing comes for so long, and the stream is closed', async () => {
		const stream = new PassThrough();
		stream.write('x');
		const never = unlessStalled(stream, 0.1, async () => await new Promise(() => undefined));
		await expect(never).rejects.toThrow('nothing more came for 0.1 seconds.');
		expect(stream.destroyed).toBe(true);
	});

	it('fails with its own error', async () => {
		const failed = unlessStalled(new PassThrough(), 1, async () => {
			await Promise.resolve();
			throw new Error('no room');
		});
		await expect(failed).rejects.toThrow('no room');
	});
});
