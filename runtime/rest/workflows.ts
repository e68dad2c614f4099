import { setTimeout as sleep } from 'node:timers/promises';

import { z } from 'zod';

import { RestError, type Session } from './session';

const node = z
	.object({ id: z.string().optional(), name: z.string(), type: z.string() })
	.passthrough();

/** What is read of a workflow file, as exported from the editor. */
export const workflowFileSchema = z
	.object({
		name: z.string(),
		nodes: z.array(node),
		connections: z.record(z.string(), z.unknown()),
		settings: z.record(z.string(), z.unknown()).optional(),
		pinData: z.record(z.string(), z.unknown()).nullish(),
		meta: z.record(z.string(), z.unknown()).nullish(),
	})
	.passthrough();
export type WorkflowFile = z.infer<typeof workflowFileSchema>;

const workflow = z.object({
	id: z.string(),
	name: z.string(),
	active: z.boolean(),
	versionId: z.string(),
	activeVersionId: z.string().nullish(),
	isArchived: z.boolean().default(false),
	tags: z.array(z.object({ name: z.string() }).passthrough()).optional(),
});
export type Workflow = z.infer<typeof workflow>;

const publication = z.object({
	status: z.enum(['in_progress', 'not_published', 'published', 'partial', 'failed']),
	triggers: z.array(z.object({ status: z.string(), errorMessage: z.string().nullish() })),
});
type Publication = z.infer<typeof publication>;

const POLL_MS = 100;
const PUBLISH_TIMEOUT_MS = 60_000;

export function workflowCalls(session: Session) {
	const call = async (action: string, method: 'POST' | 'PATCH', path: string, body: unknown) =>
		await session.call({ action, method, path, body, answer: workflow });

	const open = async (id: string): Promise<Workflow> =>
		await session.call({ action: 'open the workflow', path: `workflows/${id}`, answer: workflow });

	/** n8n 1 has no such call, and registers the triggers before it answers. */
	const ofN8n1 = async (id: string): Promise<Publication> => ({
		status: (await open(id)).active ? 'published' : 'not_published',
		triggers: [],
	});

	/**
	 * Waits for n8n to have registered, or given up registering, the workflow's triggers. Right after
	 * publishing n8n may still say `not_published`: it reads the queue before the triggers' states.
	 */
	const settle = async (id: string, transient: readonly string[] = ['in_progress']) => {
		const limit = Date.now() + PUBLISH_TIMEOUT_MS;
		for (;;) {
			const path = `workflows/${id}/publication-status`;
			const action = 'tell whether the workflow is active';
			const state = await session
				.call({ action, path, answer: publication })
				.catch(async (error: unknown) => {
					if (error instanceof RestError && error.status === 404) return await ofN8n1(id);
					throw error;
				});
			if (!transient.includes(state.status) || Date.now() > limit) return state;
			await sleep(POLL_MS);
		}
	};

	return {
		/** Saves a workflow file as a new workflow, not active yet; `tags` are ids. */
		async importWorkflow(file: WorkflowFile, tags: readonly string[] = []): Promise<Workflow> {
			const { name, nodes, connections, settings = {}, pinData, meta } = file;
			const body = {
				name,
				// n8n 1 insists on it.
				active: false,
				nodes,
				connections,
				settings,
				...(pinData ? { pinData } : {}),
				...(meta ? { meta } : {}),
				...(tags.length > 0 ? { tags } : {}),
			};
			return await call(`save the workflow “${name}”`, 'POST', 'workflows', body);
		},

		/** Replaces nodes, connections, settings and pinned data; active ones need activate() after. */
		async updateWorkflow(id: string, file: WorkflowFile): Promise<Workflow> {
			const { name, nodes, connections, settings = {}, pinData = {} } = file;
			const body = { name, nodes, connections, settings, pinData };
			return await call(`change the workflow “${name}”`, 'PATCH', `workflows/${id}`, body);
		},

		async listWorkflows(): Promise<Workflow[]> {
			const answer = z.array(workflow.extend({ versionId: z.string().default('') }));
			return await session.call({ action: 'list its workflows', path: 'workflows', answer });
		},

		getWorkflow: open,

		/** What n8n keeps of a workflow, as a file of it would hold it. */
		async getWorkflowFile(id: string): Promise<WorkflowFile> {
			const action = 'open the workflow';
			return await session.call({ action, path: `workflows/${id}`, answer: workflowFileSchema });
		},

		/** Publishes a version and waits until its webhooks answer. Throws if a trigger refuses. */
		async activate({ id, versionId }: Pick<Workflow, 'id' | 'versionId'>): Promise<void> {
			const action = 'activate the workflow';
			await call(action, 'POST', `workflows/${id}/activate`, { versionId });
			const { status, triggers } = await settle(id, ['in_progress', 'not_published']);
			if (status === 'published') return;
			const reasons = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
			throw new RestError(200, action, reasons.join(' ') || `its state is ${status}`);
		},

		async deactivate(id: string): Promise<void> {
			await call('deactivate the workflow', 'POST', `workflows/${id}/deactivate`, {});
			await settle(id);
		},

		/** Whether the triggers of an active workflow are registered. */
		async isPublished(id: string): Promise<boolean> {
			return (await settle(id)).status === 'published';
		},

		/** Archives and deletes a workflow together with its executions. */
		async deleteWorkflow(id: string): Promise<void> {
			await call('archive the workflow', 'POST', `workflows/${id}/archive`, {});
			const action = 'delete the workflow';
			await session.call({
				action,
				method: 'DELETE',
				path: `workflows/${id}`,
				answer: z.unknown(),
			});
		},

		/**
		 * Runs a workflow as the editor's button does, from the named trigger. Returns the id of the
		 * execution, or undefined when n8n now listens on the trigger's test URL.
		 */
		async runWorkflow(id: string, trigger: string): Promise<string | undefined> {
			const started = await session.call({
				action: 'run the workflow',
				method: 'POST',
				path: `workflows/${id}/run`,
				body: { triggerToStartFrom: { name: trigger } },
				answer: z.object({ executionId: z.coerce.string().optional() }),
			});
			return started.executionId;
		},
	};
}
