import { randomUUID } from 'node:crypto';

import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import type { Node } from '../support/chain';
import { fixture } from '../support/fixtures';
import { LiveN8n, noOp, radaroTrigger } from '../support/liveN8n';

let live: LiveN8n;
beforeAll(async () => {
	live = await LiveN8n.start();
}, 900_000);
afterAll(async () => {
	await live.stop();
});

const delivered = {
	...fixture('radaro/04-job-status-delivered.json'),
	token: RADARO_WEBHOOK_TOKEN,
};

const FAILING: Node = {
	name: 'Fail',
	type: 'n8n-nodes-base.stopAndError',
	typeVersion: 1,
	parameters: { errorMessage: 'The table is full' },
};

const WAITING: Node = {
	name: 'Wait',
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: { amount: 2, unit: 'seconds' },
};

/** An active workflow that ends with a node, and how to call it at both of its URLs. */
async function ending(parameters: IDataObject, ...nodes: Node[]) {
	const id = randomUUID();
	const { id: credentialId } = await live.radaroWebhookCredential();
	const trigger = radaroTrigger(id, credentialId, parameters);
	const workflow = await live.importChain('Answer', [trigger, ...nodes]);
	await live.rest.activate(workflow);
	const call =
		(path: string) =>
		async (data: unknown, method = 'POST') =>
			await axios.request<unknown>({
				method,
				url: `${live.n8n.url}/webhook/${id}/${path}`,
				data,
				validateStatus: () => true,
			});
	return { workflow, atOnce: call('radaro'), finished: call('radaro-finished') };
}

/** The statuses of the executions that there are, the newest first. */
async function statuses(workflowId: string, count: number): Promise<string[]> {
	const executions = await live.rest.waitForExecutions(workflowId, count);
	return executions.map(({ status }) => status);
}

describe('when the workflow has finished', () => {
	const WHEN_FINISHED = { answer: 'whenFinished', events: ['jobCompleted'] };

	it('answers 200 after the last node, with nothing of the workflow', async () => {
		const { workflow, finished } = await ending(WHEN_FINISHED, WAITING, noOp());
		const { status, data } = await finished(delivered);
		const [execution] = await live.rest.listExecutions({ workflowId: workflow.id });
		expect([status, execution?.status]).toEqual([200, 'success']);
		expect(JSON.stringify(data)).not.toContain('SO-100482');
	});

	it('never answers 200 for a workflow that failed', async () => {
		const { workflow, finished } = await ending(WHEN_FINISHED, FAILING);
		expect((await finished(delivered)).status).toBe(500);
		expect(await statuses(workflow.id, 1)).toEqual(['error']);
	});

	it('answers at once what starts nothing', async () => {
		const { workflow, finished, atOnce } = await ending(WHEN_FINISHED, noOp());
		const unselected = await finished({ ...delivered, new_values: { title: 'x' } });
		expect([unselected.status, unselected.data]).toEqual([
			200,
			{
				received: true,
				ignored: 'This event is not among the events selected in the trigger.',
			},
		]);
		expect((await finished({ ...delivered, token: 'wrong' })).status).toBe(401);
		const elsewhere = await atOnce(delivered);
		expect(elsewhere.status).toBe(409);
		expect(JSON.stringify(elsewhere.data)).toContain('/radaro-finished');
		expect((await finished(undefined, 'GET')).data).toContain('it is ready for events');
		expect((await atOnce(undefined, 'GET')).data).toContain('/radaro-finished');
		expect(await live.rest.countExecutions(workflow.id)).toBe(0);
	});
});

it('answers at once a workflow that fails later, and refuses the other URL', async () => {
	const { workflow, finished, atOnce } = await ending({}, FAILING);
	const answer = await atOnce(delivered);
	expect([answer.status, answer.data]).toEqual([200, { received: true }]);
	expect(await statuses(workflow.id, 1)).toEqual(['error']);
	expect((await finished(delivered)).status).toBe(409);
});
