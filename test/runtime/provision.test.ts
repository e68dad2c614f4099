import {
	ensureTags,
	ensureWorkflow,
	keptWorkflows,
	type Publication,
} from '../../runtime/demo/provision';
import { type N8nRest, RestError, type Workflow, type WorkflowFile } from '../../runtime/rest';

/** An n8n that keeps workflows, and notes which calls it got. */
class FakeN8n {
	readonly calls: string[] = [];
	/** Whether what is active is registered, too. */
	isPublished = true;
	readonly #kept = new Map<string, Workflow>();

	readonly rest = {
		listWorkflows: async () => {
			this.calls.push('list');
			return await Promise.resolve([...this.#kept.values()]);
		},
		getWorkflow: async (id: string) => {
			this.calls.push(`get ${id}`);
			return await Promise.resolve(this.#kept.get(id));
		},
		importWorkflow: async ({ name }: WorkflowFile, tags: readonly string[] = []) => {
			this.calls.push(['import', name, ...tags].join(' '));
			const id = `w${this.#kept.size + 1}`;
			const workflow = { id, name, active: false, versionId: 'v1', isArchived: false };
			this.#kept.set(id, workflow);
			return await Promise.resolve(workflow);
		},
		updateWorkflow: async (id: string) => {
			this.calls.push(`update ${id}`);
			return await Promise.resolve(this.#kept.get(id));
		},
		activate: async ({ id }: Workflow) => {
			this.calls.push(`activate ${id}`);
			this.#change(id, { active: true });
			return await Promise.resolve();
		},
		deactivate: async (id: string) => {
			this.calls.push(`deactivate ${id}`);
			return await Promise.resolve();
		},
		isPublished: async () => await Promise.resolve(this.isPublished),
	} as unknown as N8nRest;

	archive(id: string): void {
		this.#change(id, { isArchived: true });
	}

	#change(id: string, changes: Partial<Workflow>): void {
		const workflow = this.#kept.get(id);
		if (workflow) this.#kept.set(id, { ...workflow, ...changes });
	}
}

const file = (name: string, nodes: WorkflowFile['nodes'] = []) => ({
	name,
	nodes,
	connections: {},
});

/** A start of the demo with these files. */
async function start(
	n8n: FakeN8n,
	notes: { workflows: Record<string, string>; made: Record<string, string> },
	files: WorkflowFile[],
	publication: Publication = 'draft',
): Promise<string[]> {
	const known = { notes, kept: await keptWorkflows(n8n.rest), tags };
	for (const each of files) await ensureWorkflow(n8n.rest, each.name, each, known, publication);
	return n8n.calls.splice(0);
}

const tags = { demo: ['#demo'], template: ['#template'] };

const noNotes = () => ({ workflows: {}, made: {} });

it('asks once for what an earlier start has made, and touches only what has changed', async () => {
	const n8n = new FakeN8n();
	const notes = noNotes();
	const files = [file('A'), file('B')];
	expect(await start(n8n, notes, files)).toEqual([
		'list',
		'import A #template',
		'import B #template',
	]);
	expect(await start(n8n, notes, files)).toEqual(['list']);
	const changed = [file('A'), file('B', [{ name: 'New', type: 'new' }])];
	expect(await start(n8n, notes, changed)).toEqual(['list', 'update w2']);
});

it('imports again what was put into the archive', async () => {
	const n8n = new FakeN8n();
	const notes = noNotes();
	await start(n8n, notes, [file('A')]);
	n8n.archive('w1');
	expect(await start(n8n, notes, [file('A')])).toEqual(['list', 'import A #template']);
});

it('leaves alone what is published, unless it is wanted anew or n8n has not registered it', async () => {
	const n8n = new FakeN8n();
	const notes = noNotes();
	const files = [file('A')];
	expect(await start(n8n, notes, files, 'published')).toEqual([
		'list',
		'import A #demo',
		'activate w1',
	]);
	expect(await start(n8n, notes, files, 'published')).toEqual(['list']);
	const again = ['list', 'deactivate w1', 'get w1', 'activate w1'];
	expect(await start(n8n, notes, files, 'anew')).toEqual(again);
	n8n.isPublished = false;
	expect(await start(n8n, notes, files, 'published')).toEqual(again);
});

it('does without tags where n8n refuses them', async () => {
	const ensureTag = async (name: string): Promise<string> =>
		await (name === 'Demo'
			? Promise.resolve('t1')
			: Promise.reject(new RestError(403, 'make a tag', 'Tags are switched off.')));
	expect(await ensureTags({ ensureTag } as unknown as N8nRest)).toEqual({
		demo: ['t1'],
		template: [],
	});
});
