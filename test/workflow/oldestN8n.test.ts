import { OLDEST_N8N } from '../../runtime/install';
import type { NodeType, WorkflowFile } from '../../runtime/rest';
import type { Node } from '../support/chain';
import { drippedExecution } from '../support/drippedExecution';
import { withSettings } from '../support/eventLog';
import { keptParameters, typeOf } from '../support/nodeParameters';
import { Stage } from '../support/stage';
import { templateFile } from '../support/storyWorkflow';
import { headingsOf, noteOf, TEMPLATES } from '../support/templates';

/** A node that n8n has had since a version, and that does nothing but hold older ones off. */
const GUARD = 'n8n-nodes-base.timeSaved';
/** What a user is told to begin with; it must run in every n8n that the package runs in. */
const SHORT_FORMS = [
	'nightly-reconciliation',
	'readycloud-health',
	'sheet-to-jobs',
	'short-mail',
	'short-sheet',
];

let opened: Stage | undefined;
let types: NodeType[] = [];
const stage = (): Stage => {
	if (!opened) throw new Error('n8n has not been started.');
	return opened;
};
beforeAll(async () => {
	// It does not start with the name of a module that it does not have yet, and mixes up transactions
	// of calls at the same time without a pool of connections, as later ones have.
	opened = await Stage.open({
		source: OLDEST_N8N,
		env: { N8N_DISABLED_MODULES: '', DB_SQLITE_POOL_SIZE: '2' },
	});
	types = await stage().story.rest.nodeTypes();
}, 900_000);
afterAll(async () => {
	await opened?.close();
});
beforeEach(async () => {
	await stage().clear();
});
jest.setTimeout(120_000);

const guardOf = ({ nodes }: WorkflowFile) => nodes.find(({ type }) => type === GUARD);

it.each(TEMPLATES)('%s can be published, or says before that what is missing', async (name) => {
	const file = await templateFile(name);
	const guard = guardOf(file);
	await (guard ? isRefused(file, guard) : isPublished(file));
});

async function isRefused(file: WorkflowFile, guard: Node): Promise<void> {
	const { rest } = stage().story;
	await expect(rest.activate(await rest.importWorkflow(file))).rejects.toThrow(
		`Unrecognized node type: ${GUARD}`,
	);
	// n8n shows it with a question mark.
	expect(guard.name).toMatch(/^Needs n8n \d+\.\d+ or newer$/);
	const notes = ['About', 'What to fill in'].map((note) => noteOf(file, note)).join('\n');
	expect(notes).toContain(guard.name.replace('Needs ', ''));
}

async function isPublished(file: WorkflowFile): Promise<void> {
	for (const node of file.nodes) {
		expect([node.name, typeOf(types, node)?.name]).toEqual([node.name, node.type]);
		expect(keptParameters(types, node)).toMatchObject(node.parameters ?? {});
	}
	// What only runs by hand is never published.
	if (!file.nodes.some(({ type }) => /(?<!manual)Trigger$/.test(type))) return;
	await stage().publish(await stage().importedFile(file));
}

it('knows the tags by which the demo tells its workflows apart', async () => {
	const { rest } = stage().story;
	const tag = await rest.ensureTag('Demo');
	expect(await rest.ensureTag('Demo')).toBe(tag);
	const { id } = await rest.importWorkflow(await templateFile('short-mail'), [tag]);
	const found = (await rest.listWorkflows()).find((workflow) => workflow.id === id);
	expect(found?.tags).toMatchObject([{ name: 'Demo' }]);
});

it.each(SHORT_FORMS)('%s needs no newer n8n', async (name) => {
	expect(guardOf(await templateFile(name))).toBeUndefined();
});

it('writes what happens at the services into a sheet, each event once', async () => {
	const file = await templateFile('short-sheet');
	const sheet = stage().story.google.spreadsheet('Deliveries', headingsOf(file));
	const workflow = await stage().connected(
		await stage().importedFile(withSettings(file, { sheet: sheet.url })),
	);
	const { id } = await stage().radaro({ external_id: '000451' }, { assign: {} });
	// Two at once would find no row of this event, and write one each.
	await workflow.executions(2);
	await stage().step('radaro', id, 'repeat');
	await stage().detrack({ do_number: '000452', date: '2099-03-03' });
	await stage().readyCloud({ primary_id: 'WEB-1' });
	const runs = await workflow.executions(5);
	expect(runs.flatMap(({ error }) => error ?? [])).toEqual([]);
	expect(
		sheet
			.rows()
			.map(({ provider, reference, status }) => `${provider} ${reference} ${status}`)
			.sort(),
	).toEqual([
		'detrack 000452 created',
		'radaro 000451 assigned',
		'radaro 000451 created',
		expect.stringMatching(/^readyCloud WEB-1 /),
	]);
});

it.each(['headers', 'body'] as const)(
	'ends a request whose %s come by the byte, and its connection',
	async (dripping) => {
		expect(await drippedExecution(stage().story.rest, stage().story.n8n.url, dripping)).toEqual({
			error: 'Radaro did not answer within 2 seconds',
			asked: 1,
			open: 0,
		});
	},
);
