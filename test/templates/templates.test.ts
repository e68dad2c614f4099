import { z } from 'zod';

import { deliveryEventSchema, PROVIDERS } from '../../nodes/shared/event/deliveryEvent';
import type { WorkflowFile } from '../../runtime/rest';
import type { Node } from '../support/chain';
import { templateFile } from '../support/storyWorkflow';
import { headingsOf, needsTheLog, noteOf, TEMPLATES } from '../support/templates';

describe.each(TEMPLATES)('the template %s', (name) => {
	it('says what it does and what to fill in', async () => {
		const file = await templateFile(name);
		expect(noteOf(file, 'About')).toMatch(/^##? .+\n\n.+/);
		expect(noteOf(file, 'What to fill in')).toMatch(/^##? What to fill in\n\n(## )?1\. /);
	});

	it('says where the tables come from that it does not make itself', async () => {
		const file = await templateFile(name);
		const notes = ['About', 'What to fill in'].map((note) => noteOf(file, note)).join('\n');
		const told = /\*Event log(?: in PostgreSQL)?: (?:receive\*, with its tables made|jobs\* first)/;
		const isNeeded = needsTheLog(file) && !/receive$/.test(name);
		expect([isNeeded, told.test(notes)]).toEqual([isNeeded, isNeeded]);
	});

	it('looks at each setting that has to be filled in before it does anything', async () => {
		const file = await templateFile(name);
		const checks = JSON.stringify(file.nodes.filter(({ type }) => /\.if$/.test(type)));
		const unchecked = emptySettings(file).filter((field) => !checks.includes(`json.${field}`));
		// Without it, no issue is opened, and the note says so.
		expect(unchecked).toEqual(name === 'failed-or-partial' ? ['erpNext'] : []);
	});

	it('has plain words and numbers in Settings, no code', async () => {
		const settings = (await templateFile(name)).nodes.find((node) => node.name === 'Settings');
		expect(JSON.stringify(settings ?? '')).not.toContain('{{');
	});

	// n8n's Data Table node hands its input on as if it were a row where it fails and goes on, and n8n
	// offers to run again only the node that failed.
	it('stops where a row cannot be kept or looked for', async () => {
		const { nodes } = await templateFile(name);
		const going = nodes.filter(
			({ name: node, type, parameters, onError }) =>
				onError !== undefined &&
				(node === 'Keep' ||
					(/\.dataTable$/.test(type) &&
						/^(?:insert|up|row)/.test(String(recordOf(parameters).operation)))),
		);
		expect(going.map((node) => node.name)).toEqual([]);
	});

	it('names every node that its notes speak of as it is named', async () => {
		const file = await templateFile(name);
		const names = file.nodes.map((node) => node.name);
		const notes = ['About', 'What to fill in'].map((note) => noteOf(file, note)).join();
		const bold = [...notes.matchAll(/\*\*(.+?)\*\*/g)].map((match) => match[1]);
		expect(bold.filter((word) => !names.includes(word ?? ''))).toEqual([]);
	});

	it('holds nothing of anybody: no credential, URL or mail address', async () => {
		const file = await templateFile(name);
		const { pinData: _samples, ...rest } = file;
		expect(Object.keys(rest).sort()).toEqual(['connections', 'name', 'nodes', 'settings']);
		for (const node of file.nodes) {
			expect(Object.keys(node)).not.toEqual(expect.arrayContaining(['credentials']));
			expect(Object.keys(node)).not.toEqual(expect.arrayContaining(['webhookId']));
		}
		const found = JSON.stringify(rest).match(/@[\w.-]+\.\w+|https?:\/\/[\w.-]+/g) ?? [];
		const real = found.filter((text) => !/\.(example|test)$/.test(text) && !SERVICES.test(text));
		expect(real).toEqual([]);
	});

	it('shows samples that are of nobody: reserved hosts and mail addresses, 555 numbers', async () => {
		const { pinData = {} } = await templateFile(name);
		const texts = textsIn(pinData);
		const hosts = texts.flatMap((text) => text.match(/(?:https?:\/\/|@)[^\s\/"'<>?#]+/g) ?? []);
		expect(hosts.filter((host) => !/\.(example|test)$/.test(host))).toEqual([]);
		const phones = [
			...texts.flatMap((text) => text.match(/\+\d[\d ().-]{6,}/g) ?? []),
			...valuesOf(pinData, /phone/i),
		];
		expect(phones.filter((phone) => !phone.includes('555'))).toEqual([]);
	});

	it('shows sample events of every service that it takes, where it begins with events', async () => {
		const file = await templateFile(name);
		for (const { name: trigger, type } of file.nodes.filter(isTrigger)) {
			const rows = rowsIn(file, trigger);
			expect([trigger, rows.length > 0]).toEqual([trigger, true]);
			const provider = /\.(\w+?)(Changes)?Trigger$/.exec(type)?.[1];
			expect(new Set(rows.map((row) => row.provider))).toEqual(new Set([provider]));
		}
		if (!file.nodes.some((node) => node.name === 'New events')) return;
		const given = new Set(rowsIn(file, 'New events').map((row) => row.provider));
		expect([...given].sort()).toEqual(expect.arrayContaining(servicesOf(file)));
	});

	it('repeats by itself only what may be done twice, and never a mail', async () => {
		const file = await templateFile(name);
		const repeated = file.nodes.filter((node) => 'retryOnFail' in node);
		// Of a reader the next run tries again: n8n would repeat the whole batch.
		const wrong = repeated.filter((node) => needsTheLog(file) || !isRepeatable(node));
		expect(wrong.map((node) => node.name)).toEqual([]);
		const isPatient = (node: Node): boolean =>
			node.retryOnFail === true && node.maxTries === 5 && node.waitBetweenTries === 5000;
		expect(repeated.filter((node) => !isPatient(node)).map((node) => node.name)).toEqual([]);
		// n8n takes an item with a key of this name for a failure, and would write it five times.
		const columns = repeated.map(columnsOf);
		expect(columns.filter((names) => names.includes('error'))).toEqual([]);
	});

	it('leaves out of a mail what is not known, and greets nobody by no name', async () => {
		const { nodes } = await templateFile(name);
		for (const { parameters } of nodes.filter(({ type }) => type.endsWith('.emailSend'))) {
			const { text } = parameters as { text?: string };
			expect(text ?? '').not.toMatch(/^[^{]*: \{\{ [^}]*\?\? '-' \}\}|Hello \{\{/m);
		}
	});

	it('remembers nothing that it has not done: n8n forgets at 10,000, and before an error', async () => {
		const { nodes } = await templateFile(name);
		const remembers = ({ parameters }: Node): boolean =>
			recordOf(parameters).operation === 'removeItemsSeenInPreviousExecutions';
		expect(nodes.filter(remembers).map((node) => node.name)).toEqual([]);
	});

	it('creates no job twice: the nodes of the services try again by themselves', async () => {
		const file = await templateFile(name);
		const ours = file.nodes.filter(({ type }) => type.startsWith('n8n-nodes-lastmile.'));
		expect(ours.filter((node) => 'retryOnFail' in node)).toEqual([]);
	});

	it('connects every node that is not a note, and does something', async () => {
		const file = await templateFile(name);
		const linked = JSON.stringify(file.connections);
		const alone = file.nodes
			.filter(({ type, disabled }) => type !== 'n8n-nodes-base.stickyNote' && disabled !== true)
			.filter((node) => !linked.includes(JSON.stringify(node.name)));
		expect(alone).toEqual([]);
	});
});

it.each(['delivery-log', 'short-sheet'])(
	'gives the sheet of %s a heading for every column of the delivery event, in its order',
	async (name) => {
		const headings = headingsOf(await templateFile(name));
		expect(headings).toEqual(Object.keys(deliveryEventSchema.shape));
	},
);

/** Hosts that a template has to name because n8n has no node for what it asks or links to there. */
const SERVICES = /^https:\/\/(sheets\.googleapis|www\.google)\.com$/;

function isTrigger({ type }: Node): boolean {
	return /^n8n-nodes-lastmile\.\w+Trigger$/.test(type);
}

/** Whether a node of n8n's own leaves the same behind when it runs twice. */
function isRepeatable({ type, parameters }: Node): boolean {
	const { operation, method = 'GET' } = recordOf(parameters);
	if (type === 'n8n-nodes-base.httpRequest') return method === 'GET';
	if (type !== 'n8n-nodes-base.googleSheets') return false;
	return ['read', 'update', 'appendOrUpdate'].includes(String(operation));
}

/** The services whose events a reader takes: those that its note names, or else all. */
function servicesOf(file: WorkflowFile): string[] {
	const about = noteOf(file, 'About').toLowerCase();
	const named = PROVIDERS.filter((provider) => about.includes(provider.toLowerCase()));
	return [...(named.length > 0 ? named : PROVIDERS)].sort();
}

/** The pinned rows of a node that are events; a log in PostgreSQL has them in a column. */
function rowsIn({ pinData }: WorkflowFile, node: string): Array<Record<string, unknown>> {
	const pinned: unknown = pinData?.[node];
	const rows = (Array.isArray(pinned) ? pinned : []).map((item) => recordOf(recordOf(item).json));
	return rows
		.map((row) => (typeof row.row === 'string' ? recordOf(JSON.parse(row.row)) : row))
		.map((row) => ('eventId' in row ? row : recordOf(row.row)))
		.filter((row) => 'eventId' in row);
}

/** Every text in a value, however deep. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Every text under a key that fits, however deep. */
function valuesOf(value: unknown, key: RegExp): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) =>
		key.test(name) && typeof inner === 'string' ? [inner] : valuesOf(inner, key),
	);
}

/** The columns that a node's parameters name, which its output then has as keys. */
function columnsOf({ parameters }: Node): string[] {
	const { columns, fieldsToSend } = recordOf(parameters);
	return Object.keys(recordOf(recordOf(columns ?? fieldsToSend).value));
}

function recordOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Names of the settings that a user finds empty. */
function emptySettings({ nodes }: WorkflowFile): string[] {
	const settings = nodes.find((node) => node.name === 'Settings');
	if (!settings) return [];
	const fields = z.object({
		assignments: z.object({
			assignments: z.array(z.object({ name: z.string(), value: z.unknown() })),
		}),
	});
	return fields
		.parse(settings.parameters)
		.assignments.assignments.filter(({ value }) => value === '')
		.map(({ name: field }) => field);
}
