import type { FileBytes } from './download';

/** A small PDF with one page per text; padding goes into a comment. */
export function pdf(pages: readonly string[], bytes: number | null = null): FileBytes {
	const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
		...pages.flatMap((text, index) => [page(5 + index * 2), content(text)]),
	];
	const start = '%PDF-1.4\n%';
	const bodies = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
	const build = (padding: number): string => tailOf(bodies, start.length + padding);
	// The padding moves the offsets, whose digits are of fixed number, and `startxref`, whose are not.
	let padding = Math.max(0, (bytes ?? 0) - start.length - build(bytes ?? 0).length);
	const missing = (bytes ?? 0) - start.length - padding - build(padding).length;
	if (missing > 0) padding += missing;
	return {
		type: 'application/pdf',
		head: Buffer.from(start, 'latin1'),
		padding,
		tail: Buffer.from(build(padding), 'latin1'),
	};
}

function tailOf(bodies: readonly string[], startsAt: number): string {
	let text = '\n';
	const offsets = bodies.map((body) => {
		const offset = startsAt + text.length;
		text += body;
		return `${String(offset).padStart(10, '0')} 00000 n \n`;
	});
	const count = bodies.length + 1;
	const xref = `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}`;
	const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>`;
	return `${text}${xref}${trailer}\nstartxref\n${startsAt + text.length}\n%%EOF\n`;
}

function page(contents: number): string {
	const font = '/Resources << /Font << /F1 3 0 R >> >>';
	return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 297] ${font} /Contents ${contents} 0 R >>`;
}

function content(text: string): string {
	const plain = text.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&');
	const stream = `BT /F1 14 Tf 30 250 Td (${plain}) Tj ET`;
	return `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`;
}

const SIDE = 16;

/** A small black and white TIFF. */
export function tiff(): FileBytes {
	const pixels = Buffer.alloc((SIDE * SIDE) / 8, 0b11110000);
	const [short, long] = [3, 4];
	const at = 8;
	const tags: ReadonlyArray<readonly [tag: number, type: number, value: number]> = [
		[256, short, SIDE],
		[257, short, SIDE],
		[258, short, 1],
		[259, short, 1],
		[262, short, 1],
		[273, long, at],
		[277, short, 1],
		[278, short, SIDE],
		[279, long, pixels.length],
	];
	const header = Buffer.from([0x49, 0x49, 42, 0, at + pixels.length, 0, 0, 0]);
	const directory = Buffer.alloc(2 + tags.length * 12 + 4);
	directory.writeUInt16LE(tags.length, 0);
	tags.forEach(([tag, type, value], index) => {
		const offset = 2 + index * 12;
		directory.writeUInt16LE(tag, offset);
		directory.writeUInt16LE(type, offset + 2);
		directory.writeUInt32LE(1, offset + 4);
		directory.writeUInt32LE(value, offset + 8);
	});
	const head = Buffer.concat([header, pixels, directory]);
	return { type: 'image/tiff', head, padding: 0, tail: Buffer.alloc(0) };
}
