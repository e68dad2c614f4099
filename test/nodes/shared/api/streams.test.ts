import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { headOf, isStream, limited, readAnswer } from '../../../../nodes/shared/api/streams';

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
		expect(await readAnswer(streamOf(...pieces))).toEqual(answer);
	});

	it('is cut where it is longer than any refusal, and not read to its end', async () => {
		let pieces = 0;
		const endless = new Readable({
			read() {
				pieces++;
				this.push('x'.repeat(1000));
			},
		});
		const text = (await readAnswer(endless)) as string;
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
		await expect(readAnswer(broken)).rejects.toThrow('cut');
	});
});

describe('the beginning of a stream', () => {
	it('is left in it', async () => {
		const stream = streamOf('%PDF', '-1.7 and more');
		expect((await headOf(stream)).toString()).toMatch(/^%PDF/);
		expect(await readAnswer(stream)).toBe('%PDF-1.7 and more');
	});

	it('waits for more than a first piece of one byte', async () => {
		const stream = new PassThrough();
		const head = headOf(stream);
		stream.write('%');
		await new Promise((resolve) => setImmediate(resolve));
		stream.write('PDF-1.7');
		await new Promise((resolve) => setImmediate(resolve));
		stream.end(' and more');
		expect((await head).toString()).toBe('%PDF-1.7 and more');
		expect(await readAnswer(stream)).toBe('%PDF-1.7 and more');
	});

	it('is not more than tells what it is, of a stream that goes on', async () => {
		const stream = new PassThrough();
		const head = headOf(stream);
		for (let pieces = 0; pieces < 30; pieces++) stream.write('x'.repeat(70));
		expect(await head).toHaveLength(1000);
		stream.end();
		expect(await readAnswer(stream)).toBe('x'.repeat(2100));
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

describe('a stream of limited size', () => {
	it.each([
		['is whole up to that', 6, 'abcdef'],
		['is whole below it', 7, 'abcdef'],
	])('%s', async (_what, bytes, text) => {
		const stream = streamOf('abc', 'def');
		limited(stream, bytes);
		expect(await readAnswer(stream)).toBe(text);
	});

	it('is closed, and says why, where there is more', async () => {
		const endless = new Readable({
			read() {
				this.push('x'.repeat(400_000));
			},
		});
		const through = endless.pipe(new PassThrough());
		limited(through, 1_000_000);
		await expect(buffer(through)).rejects.toThrow('it is larger than 1 MB.');
		endless.destroy();
		expect(through.destroyed).toBe(true);
	});
});
