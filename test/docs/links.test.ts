import { existsSync } from 'node:fs';
import path from 'node:path';

import { anchorsOf, DOCUMENTS, filesBelow, proseOf, read, TOP } from './documents';

const cited = ['nodes', 'credentials']
	.flatMap(filesBelow)
	.filter((file) => /\.(ts|json)$/.test(file))
	.flatMap((file) =>
		[...read(file).matchAll(/docs\/([\w-]+\.md)(?:#([\w-]+))?/g)].map(
			([link, document = '', anchor]) => ({ file, link, document: `docs/${document}`, anchor }),
		),
	);

it('are cited in the code at all', () => {
	expect(cited.length).toBeGreaterThan(10);
});

it.each(cited)('in $file to $link lead somewhere', ({ document, anchor }) => {
	expect(DOCUMENTS).toContain(document);
	if (anchor !== undefined) expect(anchorsOf(document)).toContain(anchor);
});

it.each(DOCUMENTS)('in %s lead somewhere', (document) => {
	const links = [...proseOf(document).matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)]
		.map(([, target = '']) => target)
		.filter((target) => !/^(https?|mailto):/.test(target));
	const broken = links.filter((target) => {
		const [file = '', anchor] = target.split('#');
		const linked = file === '' ? document : path.join(path.dirname(document), file);
		if (!existsSync(path.join(TOP, linked))) return true;
		return anchor !== undefined && !anchorsOf(linked).includes(anchor);
	});
	expect(broken).toEqual([]);
});

it.each(DOCUMENTS)('and headings in %s have one anchor each', (document) => {
	const anchors = anchorsOf(document);
	// "Added" and the like stand below every version.
	if (document !== 'CHANGELOG.md') expect(anchors).toEqual([...new Set(anchors)]);
});
