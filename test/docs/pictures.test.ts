import { readdirSync } from 'node:fs';
import path from 'node:path';

import { PICTURES } from '../support/pictures';
import { DOCUMENTS, read, TOP } from './documents';

const IMAGES = 'docs/images';

/** The pictures that a document shows or leads to, by their paths from the top. */
const shownIn = (document: string): string[] =>
	[...read(document).matchAll(/\]\(([^)\s]+\.png)\)/g)].map(([, link = '']) =>
		path.posix.join(path.posix.dirname(document), link),
	);

it('are all made by npm run pictures, and none for nothing', () => {
	const shown = new Set(DOCUMENTS.flatMap(shownIn));
	expect([...shown].sort()).toEqual(PICTURES.map((name) => `${IMAGES}/${name}.png`).sort());
});

it('are all there, and no others', () => {
	const files = readdirSync(path.join(TOP, IMAGES), { recursive: true, encoding: 'utf8' })
		.map((file) => file.replaceAll(path.sep, '/'))
		.filter((file) => file.includes('.'));
	expect(files.sort()).toEqual(PICTURES.map((name) => `${name}.png`).sort());
});
