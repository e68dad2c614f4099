import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const TOP = path.resolve(__dirname, '..', '..');

export const read = (file: string): string => readFileSync(path.join(TOP, file), 'utf8');

export const filesBelow = (folder: string): string[] =>
	readdirSync(path.join(TOP, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
		path.join(folder, file),
	);

export const DOCUMENTS = [
	'README.md',
	'CONTRIBUTING.md',
	'CHANGELOG.md',
	'SECURITY.md',
	...filesBelow('docs').filter((file) => file.endsWith('.md')),
];

/** A document without its code blocks, in which neither links nor headings count. */
export const proseOf = (file: string): string => read(file).replace(/^```.*?^```/gms, '');

/** The headings of a document, in their order. */
export const headingsOf = (file: string): string[] =>
	[...proseOf(file).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text.trim());

/** The anchors of a document, made from its headings as GitHub does. */
export function anchorsOf(file: string): string[] {
	const headings = headingsOf(file).map((text) =>
		text
			.toLowerCase()
			.replace(/[^\w\- ]/g, '')
			.replace(/ /g, '-'),
	);
	const explicit = [...proseOf(file).matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id);
	return [...headings, ...explicit];
}

/** The text below a heading, up to the next of its level or above. */
export function sectionOf(file: string, heading: string): string {
	const [, marks = ''] = new RegExp(`^(#+) ${heading}$`, 'm').exec(read(file)) ?? [];
	if (marks === '') throw new Error(`${file} has no heading "${heading}".`);
	const [, after = ''] = read(file).split(`\n${marks} ${heading}\n`);
	return after.split(new RegExp(`^#{1,${marks.length}} `, 'm'))[0] ?? '';
}

/** The cells of the first table below a heading, without its head, freed from code marks. */
export function tableIn(file: string, heading: string): string[][] {
	const [table = ''] = /^\|(.*\n\|)*.*$/m.exec(sectionOf(file, heading)) ?? [];
	const rows = table.split('\n').map((line) =>
		line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim().replace(/^`([^`]*)`$/, '$1')),
	);
	return rows.slice(2);
}

export const columns = (table: string[][], ...indexes: number[]): string[][] =>
	table.map((row) => indexes.map((index) => row[index] ?? ''));
