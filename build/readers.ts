import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(__dirname, '..', 'templates');

/** The reader that the others take after; a file name in `templates/`. */
const MODEL = 'delivery-log.json';

/** What every reader has, in the same words: taking turns, the place, and what a failure leads to. */
export const SHARED_NODES = [
	'Each minute',
	'New reader?',
	'Newest event',
	'Register',
	'My place',
	'First too young',
	'Anything new?',
	'Take my turn',
	'New events',
	'Done',
	'When a run fails note',
	'When a run fails',
	'Why',
	'Say why',
	'Its turn?',
	'Will it pass?',
	'Give the turn back',
	'Fifth try of one event?',
	'The event',
	'Into the problems',
	'Past it',
	'When n8n starts',
	'Nobody has the turn',
];

interface Template {
	nodes: Array<{ name: string; [key: string]: unknown }>;
}

/** Whether a template reads the event log in Data Tables. */
export function isReader({ nodes }: Template): boolean {
	return nodes.some(
		({ name, type }) => name === 'Take my turn' && type === 'n8n-nodes-base.dataTable',
	);
}

/** The reader with the shared nodes' settings as they are in `model`; its own nodes stay as they are. */
export function takingAfter<File extends Template>(reader: File, model: Template): File {
	const nodes = reader.nodes.map((node) => {
		const same = model.nodes.find(({ name }) => name === node.name);
		if (!same || !SHARED_NODES.includes(node.name)) return node;
		return { ...node, parameters: same.parameters, typeVersion: same.typeVersion };
	});
	return { ...reader, nodes };
}

/**
 * Writes what the readers among the templates share, as it stands in `delivery-log.json`, into all of
 * them.
 *
 * @param names of the templates: `customer-told`, `event-log/reader`
 * @returns those that changed
 */
export async function shareReaderNodes(names: readonly string[]): Promise<string[]> {
	// Loads its parts late, which jest takes only where none of its tests asks for them.
	const { format, resolveConfig } = await import('prettier');
	const model = read(path.join(FOLDER, MODEL));
	const changed: string[] = [];
	for (const name of names) {
		const file = path.join(FOLDER, `${name}.json`);
		const template = read(file);
		if (!isReader(template)) continue;
		const options = { ...(await resolveConfig(file)), filepath: file };
		const text = await format(JSON.stringify(takingAfter(template, model), null, 2), options);
		if (text === readFileSync(file, 'utf8')) continue;
		writeFileSync(file, text);
		changed.push(name);
	}
	return changed;
}

function read(file: string): Template {
	return JSON.parse(readFileSync(file, 'utf8')) as Template;
}
