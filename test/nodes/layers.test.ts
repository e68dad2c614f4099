import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const NODES = path.resolve(__dirname, '..', '..', 'nodes');

/** Which shared rooms each room may import from, beside itself. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
	basic: [],
	event: ['basic'],
	api: ['basic'],
	action: ['basic', 'api', 'event'],
	trigger: ['basic', 'event', 'api'],
	// Rows are filtered and given as by the webhook triggers.
	changes: ['basic', 'event', 'api', 'trigger'],
};

/** Which rooms of its own vendor each room may import from, and which shared ones. */
const VENDOR: Readonly<Record<string, { own: readonly string[]; shared: readonly string[] }>> = {
	event: { own: [], shared: ['basic', 'event'] },
	api: { own: ['event'], shared: ['basic', 'event', 'api'] },
	credential: { own: ['event', 'api'], shared: ['basic', 'event', 'api'] },
	operations: { own: ['event', 'api'], shared: ['basic', 'event', 'api', 'action'] },
	trigger: { own: ['event', 'api'], shared: ['basic', 'event', 'api', 'trigger'] },
	changes: { own: ['event', 'api'], shared: ['basic', 'event', 'api', 'changes'] },
};

const files = readdirSync(NODES, { recursive: true, encoding: 'utf8' }).filter((file) =>
	file.endsWith('.ts'),
);

/** `<vendor or shared>/<room>`, or only the vendor for the node files at its door. */
const roomOf = (file: string): [wing: string, room: string] => {
	const [wing = '', room = '', ...inner] = file.split('/');
	return [wing, inner.length > 0 ? room : ''];
};

function importsOf(file: string): string[] {
	const text = readFileSync(path.join(NODES, file), 'utf8');
	return [...text.matchAll(/from '(\.[^']*)'/g)].map(([, target = '']) =>
		path.posix.join(path.posix.dirname(file), target),
	);
}

function mayImport(file: string, target: string): boolean {
	const [wing, room] = roomOf(file);
	const [toWing, toRoom] = roomOf(`${target}.ts`);
	if (wing === toWing && room === toRoom) return true;
	if (wing === 'shared') return toWing === 'shared' && (SHARED[room]?.includes(toRoom) ?? false);
	if (toWing !== wing && toWing !== 'shared') return false;
	if (room === '') return toRoom !== '';
	return VENDOR[room]?.[toWing === 'shared' ? 'shared' : 'own'].includes(toRoom) ?? false;
}

it('lets every room import only from the rooms below it', () => {
	const crossings = files.flatMap((file) =>
		importsOf(file)
			.filter((target) => !mayImport(file, target))
			.map((target) => `${file} imports ${target}`),
	);
	expect(crossings).toEqual([]);
});
