import { ensureDrafts } from '../../runtime/demo/provision';
import type { N8nRest, Workflow, WorkflowFile } from '../../runtime/rest';

/** An n8n that keeps workflows, and notes which calls it got. */
class FakeN8n {
	readonly calls: string[] = [];
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
		importWorkflow: async ({ name }: WorkflowFile) => {
			this.calls.push(`import ${name}`);
			const id = `w${this.#kept.size + 1}`;
			const workflow = { id, name, active: false, versionId: 'v1', isArchived: false };
			this.#kept.set(id, workflow);
			return await Promise.resolve(workflow);
		},
		updateWorkflow: async (id: string) => {
			this.calls.push(`update ${id}`);
			return await Promise.resolve(this.#kept.get(id));
		},
	} as unknown as N8nRest;

	archive(id: string): void {
		const workflow = this.#kept.get(id);
		if (workflow) this.#kept.set(id, { ...workflow, isArchived: true });
	}
}

const file = (name: string, nodes: WorkflowFile['nodes'] = []) => ({
	name,
	nodes,
	connections: {},
});
const files = () =>
	new Map([
		['a.json', file('A')],
		['b.json', file('B')],
	]);

it('asks once for the drafts of an earlier start, and touches only what has changed', async () => {
	const n8n = new FakeN8n();
	const notes = { workflows: {}, made: {} };
	await ensureDrafts(n8n.rest, files(), notes);
	expect(n8n.calls.splice(0)).toEqual(['list', 'import A', 'import B']);
	await ensureDrafts(n8n.rest, files(), notes);
	expect(n8n.calls.splice(0)).toEqual(['list']);
	const changed = files().set('b.json', file('B', [{ name: 'New', type: 'new' }]));
	await ensureDrafts(n8n.rest, changed, notes);
	expect(n8n.calls).toEqual(['list', 'get w2', 'update w2']);
});

it('imports again what was put into the archive', async () => {
	const n8n = new FakeN8n();
	const notes = { workflows: {}, made: {} };
	await ensureDrafts(n8n.rest, files(), notes);
	n8n.archive('w1');
	n8n.calls.length = 0;
	await ensureDrafts(n8n.rest, files(), notes);
	expect(n8n.calls).toEqual(['list', 'get w1', 'import A']);
});
