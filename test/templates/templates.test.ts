import { deliveryEventSchema } from '../../nodes/shared/event/deliveryEvent';
import type { Node } from '../support/chain';
import { templateFile } from '../support/storyWorkflow';
import { headingsOf, needsTheLog, noteOf, TEMPLATES } from '../support/templates';

describe.each(TEMPLATES)('the template %s', (name) => {
	it('says what it does and what to fill in', async () => {
		const file = await templateFile(name);
		expect(noteOf(file, 'About')).toMatch(/^## .+\n\n.+/);
		expect(noteOf(file, 'What to fill in')).toMatch(/^## What to fill in\n\n1\. /);
	});

	it('names every node that its notes speak of as it is named', async () => {
		const file = await templateFile(name);
		const names = file.nodes.map((node) => node.name);
		const notes = ['About', 'What to fill in'].map((note) => noteOf(file, note)).join();
		const bold = [...notes.matchAll(/\*\*(.+?)\*\*/g)].map((match) => match[1]);
		expect(bold.filter((word) => !names.includes(word ?? ''))).toEqual([]);
	});

	it('holds nothing of anybody: no credential, URL, mail address or telephone number', async () => {
		const file = await templateFile(name);
		const { pinData, ...rest } = file;
		expect(Object.keys(rest).sort()).toEqual(['connections', 'name', 'nodes', 'settings']);
		for (const node of file.nodes) {
			expect(Object.keys(node)).not.toEqual(expect.arrayContaining(['credentials']));
			expect(Object.keys(node)).not.toEqual(expect.arrayContaining(['webhookId']));
		}
		const found = JSON.stringify(file).match(/@[\w.-]+\.\w+|https?:\/\/[\w.-]+/g) ?? [];
		const real = found.filter((text) => !/\.(example|test)$/.test(text) && !SERVICES.test(text));
		expect(real).toEqual([]);
		const phones = JSON.stringify(pinData ?? {}).match(/"recipientPhone":"[^"]+"/g) ?? [];
		expect(phones.filter((phone) => !phone.includes('555'))).toEqual([]);
	});

	it('tries again wherever something is written or sent, and no sooner than after 5 seconds', async () => {
		const file = await templateFile(name);
		// There the next run tries again: n8n would repeat the whole batch, each mail of it too.
		if (needsTheLog(file)) {
			expect(file.nodes.filter((node) => 'retryOnFail' in node)).toEqual([]);
			return;
		}
		const writing = file.nodes.filter(writes);
		const isPatient = (node: Node): boolean =>
			node.retryOnFail === true && node.maxTries === 5 && node.waitBetweenTries === 5000;
		expect(writing.filter((node) => !isPatient(node)).map((node) => node.name)).toEqual([]);
		// n8n takes an item with a key of this name for a failure, and would write it five times.
		expect(writing.map(columnsOf).filter((columns) => columns.includes('error'))).toEqual([]);
	});

	it('creates no job twice: the nodes of the services try again by themselves', async () => {
		const file = await templateFile(name);
		const ours = file.nodes.filter(({ type }) => type.startsWith('n8n-nodes-lastmile.'));
		expect(ours.filter((node) => 'retryOnFail' in node)).toEqual([]);
	});

	it('connects every node that is not a note', async () => {
		const file = await templateFile(name);
		const linked = JSON.stringify(file.connections);
		const alone = file.nodes
			.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')
			.filter((node) => !linked.includes(JSON.stringify(node.name)));
		expect(alone).toEqual([]);
	});
});

it('gives the delivery log a heading for every column of the delivery event, in its order', async () => {
	const headings = headingsOf(await templateFile('delivery-log'));
	expect(headings).toEqual(Object.keys(deliveryEventSchema.shape));
});

/** Hosts that a template has to name because n8n has no node for what it asks there. */
const SERVICES = /^https:\/\/sheets\.googleapis\.com$/;

/** Whether a node of n8n's own changes something somewhere, or sends something. */
function writes({ type, parameters }: Node): boolean {
	const { operation } = recordOf(parameters);
	if (type === 'n8n-nodes-base.emailSend') return true;
	const isOther = ['googleSheets', 'erpNext', 'odoo', 'postgres'].some(
		(each) => type === `n8n-nodes-base.${each}`,
	);
	return isOther && !['read', 'get', 'getAll'].includes(String(operation));
}

/** The columns that a node's parameters name, which its output then has as keys. */
function columnsOf({ parameters }: Node): string[] {
	const { columns, fieldsToSend } = recordOf(parameters);
	return Object.keys(recordOf(recordOf(columns ?? fieldsToSend).value));
}

function recordOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}
