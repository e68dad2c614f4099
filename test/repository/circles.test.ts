import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const TOP = path.resolve(__dirname, '..', '..');
const FOLDERS = ['bench', 'build', 'credentials', 'nodes', 'runtime', 'sandbox', 'scripts', 'test'];

const files = new Set(
	FOLDERS.flatMap((folder) =>
		readdirSync(path.join(TOP, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
			.map((file) => path.posix.join(folder, file)),
	),
);

/** The files of this repository that a file imports, also where it takes only types from them. */
function importsOf(file: string): string[] {
	const text = readFileSync(path.join(TOP, file), 'utf8');
	return [...text.matchAll(/\bfrom '(\.[^']*)'/g)].flatMap(([, target = '']) => {
		const plain = path.posix.join(path.posix.dirname(file), target);
		return [`${plain}.ts`, `${plain}/index.ts`].filter((name) => files.has(name));
	});
}

it('leads no import back to where it began', () => {
	const circles: string[] = [];
	const done = new Set<string>();
	const walk = (file: string, way: readonly string[]): void => {
		if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
		if (done.has(file) || way.includes(file)) return;
		for (const next of importsOf(file)) walk(next, [...way, file]);
		done.add(file);
	};
	for (const file of files) walk(file, []);
	expect(circles).toEqual([]);
});
